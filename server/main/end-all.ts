import type { Logger } from 'pino'

/** Ends something that was started. */
export type End = () => Promise<void>

/** Ends all that was started, the last first; what does not end well is told. */
export async function endAll(ends: End[], log: Logger): Promise<void> {
  for (const end of ends.splice(0).reverse()) {
    try {
      await end()
    } catch (error) {
      log.error({ error }, 'a part did not end well')
    }
  }
}
