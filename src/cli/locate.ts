import { keyOfStep } from '../codec/reading'

const blank = /[\t\n\r ]*/y
const text = /"[^"\\\n\r\t]*(?:\\(?:["/\\bfnrt]|u[\dA-Fa-f]{4})[^"\\\n\r\t]*)*"/y
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?/y

class Broken extends Error {
  constructor(readonly at: number) {
    super('no JSON')
  }
}

/** Goes through JSON text and tells where each value begins. */
class Scanner {
  private at = 0
  private readonly path: (string | number)[] = []

  constructor(
    private readonly json: string,
    private readonly onValue: (path: readonly (string | number)[], at: number) => void,
  ) {}

  whole(): void {
    if (this.json.startsWith('\uFEFF')) this.at = 1
    this.value()
    if (this.at < this.json.length) throw new Broken(this.at)
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.json)?.[0] ?? null
    if (found !== null) this.at += found.length
    return found
  }

  private isNext(character: string): boolean {
    this.take(blank)
    if (this.json[this.at] !== character) return false
    this.at += 1
    return true
  }

  private expect(character: string): void {
    if (!this.isNext(character)) throw new Broken(this.at)
  }

  private value(): void {
    this.take(blank)
    this.onValue(this.path, this.at)
    if (this.isNext('{')) this.members('}', () => this.key())
    else if (this.isNext('[')) this.members(']', (position) => position)
    else if ((this.take(text) ?? this.take(scalar)) === null) throw new Broken(this.at)
    this.take(blank)
  }

  private key(): string {
    this.take(blank)
    const key = this.take(text)
    if (key === null) throw new Broken(this.at)
    this.expect(':')
    return JSON.parse(key) as string
  }

  private members(end: string, stepOf: (position: number) => string | number): void {
    if (this.isNext(end)) return
    for (let position = 0; ; position += 1) {
      this.path.push(stepOf(position))
      this.value()
      this.path.pop()
      if (this.isNext(end)) return
      this.expect(',')
    }
  }
}

const lineAt = (json: string, at: number): number => json.slice(0, at).split('\n').length

/** A line of a text, counted from 1, and the column of its character. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** Where text stops being JSON; null where it does not. Deep nesting must have been refused before. */
export const whereJsonBreaks = (json: string): Place | null => {
  try {
    new Scanner(json, () => undefined).whole()
    return null
  } catch (error) {
    // A key may hold what only the parser refuses.
    if (!(error instanceof Broken)) return null
    return { line: lineAt(json, error.at), column: error.at - json.lastIndexOf('\n', error.at - 1) }
  }
}

/** The line on which the value of a JSON pointer begins, or the nearest thing around it that is there. */
export const lineOfPointer = (json: string, pointer: string): number => {
  const wanted = pointer.split('/').slice(1).map(keyOfStep)
  let nearest = { depth: 0, at: 0 }
  try {
    new Scanner(json, (path, at) => {
      const leads = path.length <= wanted.length && path.every((step, i) => String(step) === wanted[i])
      // A key that stands twice counts where it stands last, as it does for `JSON.parse`.
      if (leads && path.length >= nearest.depth) nearest = { depth: path.length, at }
    }).whole()
  } catch (error) {
    if (!(error instanceof Broken)) throw error
  }
  return lineAt(json, nearest.at)
}
