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
/** Largest priority of PostgreSQL's integer. */
const PRIORITIES = 2 ** 31

/** How a kind of job is retried, kept and worked. */
export interface JobRule<N extends JobName> {
  queue: QueueOptions & { policy?: QueuePolicy }
  work: WorkOptions
  /** How many run at once in a process. */
  concurrency: number
  /** Of jobs with one key, one runs at a time, those of higher priority first; null leaves a job free. */
  turn: ((payload: JobPayloads[N]) => { singletonKey: string; priority: number }) | null
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
    turn: null,
  },
  // Two retries (API text, "Webhooks") after about 1 to 2 s and 2 to 4 s. The policy's unique index keeps the
  // statuses of one identification apart, the priority keeps their order.
  'deliver-webhook': {
    queue: {
      ...COMMON,
      policy: 'singleton',
      retryLimit: 2,
      retryDelay: 1,
      retryBackoff: true,
      expireInSeconds: 60,
    },
    work: work(RETRY_LOOK_SECONDS),
    concurrency: 8,
    turn: ({ announcementId, identification }) => ({
      singletonKey: String(identification),
      priority: -(announcementId % PRIORITIES),
    }),
  },
  // The next minute's run does what a failed one left.
  'expire-identifications': {
    queue: { ...COMMON, policy: 'stately', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
    work: WATCHFUL,
    concurrency: 1,
    turn: null,
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
