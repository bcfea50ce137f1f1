export const SECRET = 'whsec_3f9a1c77d2'
export const OLD_SECRET = 'whsec_retired_88'
