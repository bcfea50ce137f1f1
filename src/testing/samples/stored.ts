/** A sample as it is stored: its name, and as text its headers (JSON), its body, and the event (JSON). */
export type StoredSample = readonly [name: string, headers: string, body: string, event: string]
