import type { Logger } from 'pino'

/** Ends something that was started. */
export type End = () => Promise<void>

/** What was started, to be ended once: whoever asks while it ends waits for the same end. */
export class Ends {
  readonly #log: Logger
  readonly #ends: End[] = []
  readonly #asked = new AbortController()
  #ended: Promise<void> | null = null

  constructor(log: Logger) {
    this.#log = log
  }

  /** Aborted as soon as the end is asked for: nothing is begun from then on. */
  get ending(): AbortSignal {
    return this.#asked.signal
  }

  /** What is added while the rest ends is ended too. */
  add(end: End): void {
    this.#ends.push(end)
  }

  /** Ends all that was started, the last first; what does not end well is told. */
  end(): Promise<void> {
    this.#asked.abort(new Error('Start: the end was asked for'))
    this.#ended ??= this.#endAll()
    return this.#ended
  }

  async #endAll(): Promise<void> {
    for (let end = this.#ends.pop(); end; end = this.#ends.pop()) {
      try {
        await end()
      } catch (error) {
        this.#log.error({ error }, 'a part did not end well')
      }
    }
  }
}
