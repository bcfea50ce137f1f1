import { createHmac } from 'node:crypto'
import { rently } from '../../src/providers/rently/index'
import { verify as verifyCasaYes } from '../../src/providers/casayes/auth'
import { verify as verifyFunnel } from '../../src/providers/funnel/auth'
import { verify as verifyPropexo } from '../../src/providers/propexo/auth'
import { verify as verifyShowMojo } from '../../src/providers/showmojo/auth'
import { OLD_SECRET, SECRET } from './secrets'

/** Providers that prove their origin as the documented ones do, and all send the same body. */
export const signing = { ...rently, verify: verifyPropexo }
export const bearing = { ...rently, verify: verifyShowMojo }
export const tokenSending = { ...rently, verify: verifyCasaYes }
export const tokenSomewhere = { ...rently, verify: verifyFunnel }
export const unsigned = rently

export { OLD_SECRET, SECRET }

export const SIGNATURE_HEADER = 'propexo-signature'

export const bodyText =
  '{"property_id":4711,"address":"12 Elm St","checkin_at":"04/01/2020 at 06:35AM","prospect_name":"José Example","type":"Self Scheduling"}'

export const unknownWordText = '{"property_id":4711,"type":"Drone Delivery"}'

/** A signature by Node's own crypto, so that no code under test makes what it checks. */
export const sign = (body: string | Uint8Array, secret: string = SECRET): string =>
  createHmac('sha256', secret).update(body).digest('hex')

export const signed = (body: string | Uint8Array, secret: string = SECRET): Record<string, string> => ({
  [SIGNATURE_HEADER]: sign(body, secret),
})
