/** A share of the deliveries that have been accepted, what happens then, and how. */
type Incident = readonly [share: number, name: string, run: () => unknown]

export const incidentsAt = (incidents: readonly Incident[]) => {
  const waiting = [...incidents]
  const running: Promise<unknown>[] = []
  return {
    names: incidents.map(([, name]) => name),
    whenAccepted: (accepted: number, of: number): void => {
      while (waiting[0] !== undefined && accepted >= waiting[0][0] * of) {
        const [share, name, run] = waiting.shift()!
        console.log(`  at ${Math.round(share * 100)} %: ${name}`)
        running.push(Promise.resolve().then(run))
      }
    },
    /** Fails if an incident did, or did not come to pass. */
    done: async (): Promise<void> => {
      if (waiting.length > 0) throw new Error(`did not happen: ${waiting.map(([, name]) => name).join()}`)
      await Promise.all(running)
    },
  }
}
