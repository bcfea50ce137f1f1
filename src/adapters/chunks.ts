/** Collects a body piece by piece, up to a limit. */
export interface Chunks {
  /** False when the piece was one too many; it is then not kept. */
  readonly add: (chunk: Uint8Array | string) => boolean
  readonly joined: () => Uint8Array
}

export const newChunks = (maxBytes: number): Chunks => {
  const kept: Uint8Array[] = []
  let size = 0
  return {
    add: (chunk) => {
      const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
      size += bytes.byteLength
      if (size > maxBytes) return false
      kept.push(bytes)
      return true
    },
    joined: () => {
      const all = new Uint8Array(size)
      let at = 0
      for (const bytes of kept) {
        all.set(bytes, at)
        at += bytes.byteLength
      }
      return all
    },
  }
}
