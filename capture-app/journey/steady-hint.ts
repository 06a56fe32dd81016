import type { Hint } from '../../domain/hint.ts'

/** A hint stays at least this long, so that it can be read and does not flicker. */
const SHORTEST_SHOW_MS = 700

/** Passes hints on without delay, except that each one stays readable before the next replaces it. */
export interface SteadyHint {
  take(hint: Hint): void
  /** Drops a hint that waits. */
  stop(): void
}

/** Shows the first hint at once; a change that comes too soon waits its turn, the newest one wins. */
export function steadyHints(show: (hint: Hint) => void): SteadyHint {
  let shown: Hint | null = null
  let waiting: Hint | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const settle = () => {
    timer = undefined
    if (waiting !== null && waiting !== shown) showNow(waiting)
    waiting = null
  }
  const showNow = (hint: Hint) => {
    shown = hint
    timer = setTimeout(settle, SHORTEST_SHOW_MS)
    show(hint)
  }
  return {
    take: (hint) => {
      if (timer !== undefined) waiting = hint
      else if (hint !== shown) showNow(hint)
    },
    stop: () => {
      clearTimeout(timer)
      timer = undefined
      waiting = null
    },
  }
}
