import type { QueueOptions, QueuePolicy, WorkOptions } from 'pg-boss'
import type { JobName, JobPayloads } from './queue.ts'

/** Days for which a finished job can still be looked up, in seconds. */
const KEPT_SECONDS = 30 * 24 * 60 * 60
/** A worker that was silent for this long is dead; a busy one reports every third of it. */
const SILENCE_SECONDS = 15
/** How often a worker looks for jobs unasked, in seconds: new ones are announced to it, retries are not. */
const LOOK_SECONDS = 5
/** The same where retries wait for their time. */
const RETRY_LOOK_SECONDS = 1
/** How a kind of job is retried, kept and worked. */
export interface JobRule<N extends JobName> {
  queue: QueueOptions & { policy?: QueuePolicy }
  work: WorkOptions
  /** How many run at once in a process. */
  concurrency: number
  /** Jobs of one line are worked one after the other, retries included; null leaves a job free. */
  line: ((payload: JobPayloads[N]) => string) | null
  /** Of the jobs of one crowd this many run at once over all processes, so that it cannot take every place. */
  crowd?: { of: (payload: JobPayloads[N]) => string; concurrency: number }
}

const COMMON = { deleteAfterSeconds: KEPT_SECONDS, heartbeatSeconds: SILENCE_SECONDS }
const WATCHFUL = work(LOOK_SECONDS)

/** The rule of every job. */
export const JOB_RULES: { readonly [N in JobName]: JobRule<N> } = {
  // Applicants wait for the outcome: retried at once; what fails three times fails for its content.
  'analyze-scene': {
    queue: { ...COMMON, retryLimit: 2, retryDelay: 0, expireInSeconds: 120 },
    work: WATCHFUL,
    concurrency: 4,
    line: null,
  },
  // Two retries (API text, "Webhooks") after about 1 to 2 s and 2 to 4 s; the next status of the
  // identification waits for them.
  'deliver-webhook': {
    queue: {
      ...COMMON,
      policy: 'key_strict_fifo',
      retryLimit: 2,
      retryDelay: 1,
      retryBackoff: true,
      expireInSeconds: 60,
    },
    work: work(RETRY_LOOK_SECONDS),
    concurrency: 16,
    line: ({ identification }) => String(identification),
    // A receiver that is down or slow holds a third of the places at the most.
    crowd: { of: ({ receiver }) => String(receiver), concurrency: 5 },
  },
  // The next minute's run does what a failed one left.
  'expire-identifications': {
    queue: { ...COMMON, policy: 'stately', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
    work: WATCHFUL,
    concurrency: 1,
    line: null,
  },
  // The next hour's run does what a failed one left.
  'forget-idempotency-keys': {
    queue: { ...COMMON, policy: 'stately', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 86_400 },
    work: WATCHFUL,
    concurrency: 1,
    line: null,
  },
  // The next night's run does what a failed one left.
  'forget-deliveries': {
    queue: { ...COMMON, policy: 'stately', retryLimit: 0, expireInSeconds: 3_600 },
    work: WATCHFUL,
    concurrency: 1,
    line: null,
  },
  // The next run does what a failed one left; one that takes longer than its turn has no second beside it.
  'anonymize-old': {
    queue: {
      ...COMMON,
      policy: 'stately',
      retryLimit: 0,
      expireInSeconds: 3_600,
      deleteAfterSeconds: 86_400,
    },
    work: WATCHFUL,
    concurrency: 1,
    line: null,
  },
  // The next minute's run does what a failed one left.
  'free-lines': {
    queue: { ...COMMON, policy: 'stately', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
    work: WATCHFUL,
    concurrency: 1,
    line: null,
  },
  // The next minute's run does what a failed one left.
  'seal-audit': {
    queue: { ...COMMON, policy: 'stately', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
    work: WATCHFUL,
    concurrency: 1,
    line: null,
  },
  // The next hour's run does what a failed one left.
  'renew-signing-keys': {
    queue: { ...COMMON, policy: 'stately', retryLimit: 0, expireInSeconds: 300 },
    work: WATCHFUL,
    concurrency: 1,
    line: null,
  },
}

function work(lookSeconds: number): WorkOptions {
  return {
    // Where announcements do not come through, looking is all there is.
    pollingIntervalSeconds: RETRY_LOOK_SECONDS,
    notifyPollingIntervalSeconds: lookSeconds,
    heartbeatRefreshSeconds: SILENCE_SECONDS / 3,
  }
}
