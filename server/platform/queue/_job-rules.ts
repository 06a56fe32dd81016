import type { QueueOptions, QueuePolicy } from 'pg-boss'
import type { JobName, JobPayloads } from './queue.ts'

/** Days for which a finished job can still be looked up, in seconds. */
const KEPT_SECONDS = 30 * 24 * 60 * 60
/** A worker that was silent for this long is dead; a busy one reports every third of it. */
const SILENCE_SECONDS = 15
/** How often a crew looks for jobs unasked, in seconds. */
const LOOK_SECONDS = 5
/** The same where retries wait for their time. */
const RETRY_LOOK_SECONDS = 1
/** How a kind of job is retried, kept and worked. */
export interface JobRule<N extends JobName> {
  queue: QueueOptions & { policy?: QueuePolicy }
  /** How often a crew looks for jobs unasked: new ones wake it, retries and those of the clock do not. */
  lookSeconds: number
  /** How often a crew shows that it still works a job. */
  refreshSeconds: number
  /** True where the handler counts the tries itself, so that a job which its dead worker held loses none. */
  countsTries?: boolean
  /** How many run at once in a process. */
  concurrency: number
  /** Jobs of one line are worked one after the other, retries included; null leaves a job free. */
  line: ((payload: JobPayloads[N]) => string) | null
  /** Of the jobs of one crowd this many run at once over all processes, so that it cannot take every place. */
  crowd?: { of: (payload: JobPayloads[N]) => string; concurrency: number }
}

const COMMON = { deleteAfterSeconds: KEPT_SECONDS, heartbeatSeconds: SILENCE_SECONDS }
const WATCHFUL = { lookSeconds: LOOK_SECONDS, refreshSeconds: SILENCE_SECONDS / 3 }

/** The rule of every job. */
export const JOB_RULES: { readonly [N in JobName]: JobRule<N> } = {
  // Applicants wait for the outcome: retried at once; what fails three times fails for its content.
  'analyze-scene': {
    queue: { ...COMMON, retryLimit: 2, retryDelay: 0, expireInSeconds: 120 },
    ...WATCHFUL,
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
    ...WATCHFUL,
    lookSeconds: RETRY_LOOK_SECONDS,
    countsTries: true,
    concurrency: 32,
    line: ({ identification }) => String(identification),
    // A receiver that is down or slow holds a third of the places at the most.
    crowd: { of: ({ receiver }) => String(receiver), concurrency: 10 },
  },
  // The next minute's run does what a failed one left.
  'expire-identifications': {
    queue: { ...COMMON, policy: 'stately', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
    ...WATCHFUL,
    concurrency: 1,
    line: null,
  },
  // The next hour's run does what a failed one left.
  'forget-idempotency-keys': {
    queue: { ...COMMON, policy: 'stately', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 86_400 },
    ...WATCHFUL,
    concurrency: 1,
    line: null,
  },
  // The next night's run does what a failed one left.
  'forget-deliveries': {
    queue: { ...COMMON, policy: 'stately', retryLimit: 0, expireInSeconds: 3_600 },
    ...WATCHFUL,
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
    ...WATCHFUL,
    concurrency: 1,
    line: null,
  },
  // The next minute's run does what a failed one left.
  'free-lines': {
    queue: { ...COMMON, policy: 'stately', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
    ...WATCHFUL,
    concurrency: 1,
    line: null,
  },
  // The next minute's run does what a failed one left.
  'seal-audit': {
    queue: { ...COMMON, policy: 'stately', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
    ...WATCHFUL,
    concurrency: 1,
    line: null,
  },
  // The next hour's run does what a failed one left.
  'renew-signing-keys': {
    queue: { ...COMMON, policy: 'stately', retryLimit: 0, expireInSeconds: 300 },
    ...WATCHFUL,
    concurrency: 1,
    line: null,
  },
}
