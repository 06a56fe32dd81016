import type { AbortRequest } from '../../domain/capture-plan.ts'
import { ApiFailure } from '../api/api-failure.ts'
import { MediaFailure } from '../publish/media-failure.ts'
import { Leaving } from './journey-ends.ts'
import type { Stage } from './stage.ts'

/** Waits before each further try; together with the tries about half a minute until the applicant is asked. */
const TRY_WAITS_MS = [500, 1000, 2000, 4000, 5000, 5000, 5000] as const
/** How long to wait when a full server does not say. */
const BUSY_WAIT_MS = 5000

/** Leaving because the network never came back (API text, "Step 3"). */
const NETWORK_EXIT: AbortRequest = { returnReason: 'error', errorType: 'bad-connectivity' }
/** Leaving because the server is reached but video is not (API text, "Step 3"). */
export const PUBLISH_EXIT: AbortRequest = { returnReason: 'error', errorType: 'publish' }

/**
 * Does something that needs the server, again and again while it cannot be reached or has no room; the
 * applicant sees that it is being tried, and after half a minute chooses. Throws Leaving when that
 * choice is to leave, and every failure that trying again cannot mend.
 */
export async function keepTrying<T>(stage: Stage, action: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await action()
    } catch (fault) {
      if (!isPassing(fault)) throw fault
      const isLastTry = tries % (TRY_WAITS_MS.length + 1) === TRY_WAITS_MS.length
      if (isLastTry) await askWhetherToGoOn(stage, fault)
      else await showAndWait(stage, fault, TRY_WAITS_MS[tries % (TRY_WAITS_MS.length + 1)])
    }
  }
}

/** No answer, no room, or a media connection that did not come up; all of them may pass. */
function isPassing(fault: unknown): boolean {
  if (fault instanceof ApiFailure) return fault.kind === 'unreachable' || fault.kind === 'busy'
  return fault instanceof MediaFailure
}

async function askWhetherToGoOn(stage: Stage, fault: unknown): Promise<void> {
  const answer = await stage.show('connection-lost', { phase: 'given-up' })
  if (answer === 'leave') throw new Leaving(fault instanceof ApiFailure ? NETWORK_EXIT : PUBLISH_EXIT)
  void stage.show('connection-lost', { phase: 'reconnecting' })
}

async function showAndWait(stage: Stage, fault: unknown, usualWaitMs: number): Promise<void> {
  const isBusy = fault instanceof ApiFailure && fault.kind === 'busy'
  const phase = isBusy ? 'busy' : 'reconnecting'
  if (stage.current.name === 'connection-lost') stage.update('connection-lost', { phase })
  else void stage.show('connection-lost', { phase })
  const waitMs = isBusy ? (fault.retryAfterMs ?? BUSY_WAIT_MS) : usualWaitMs
  await new Promise((resolve) => setTimeout(resolve, waitMs))
}
