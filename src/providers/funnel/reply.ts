import type { Reply } from '../../provider'

/** Funnel sends an event again unless a 200 comes back with this text; its other webhooks take any 2xx. */
export const accepted: Reply = {
  status: 200,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'Funnel Event Received',
}
