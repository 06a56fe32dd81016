/** The screens a phone has shown, in order, each as `screen` or `screen scene`; and waiting for the next ones. */
export class ScreenLog {
  readonly seen: string[] = []
  private readonly waiting = new Set<() => void>()

  /** Notes that another screen shows. */
  add(screen: string): void {
    this.seen.push(screen)
    for (const look of [...this.waiting]) look()
  }

  /**
   * Resolves with the place in the log of the first match from `from` on. Throws an Error naming the
   * screen where the phone is stuck when none comes in time.
   */
  waitFor(
    isMatch: (screen: string) => boolean,
    { from, limitMs }: { from: number; limitMs: number },
  ): Promise<number> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const index = this.seen.findIndex((screen, place) => place >= from && isMatch(screen))
        if (index < 0) return
        end()
        resolve(index)
      }
      const timer = setTimeout(() => {
        end()
        reject(
          new Error(`The phone is stuck at "${this.seen.at(-1) ?? 'nothing'}" (${this.seen.join(', ')})`),
        )
      }, limitMs)
      const end = () => {
        clearTimeout(timer)
        this.waiting.delete(look)
      }
      this.waiting.add(look)
      look()
    })
  }
}
