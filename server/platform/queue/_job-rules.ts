import type { QueueOptions, QueuePolicy, WorkOptions } from 'pg-boss'
import type { JobName, JobPayloads } from './queue.ts'

/** Days for which a finished job can still be looked up, in seconds. */
const KEPT_SECONDS = 30 * 24 * 60 * 60
/** A worker that was silent for this long is dead; a busy one reports every third of it. */
const SILENCE_SECONDS = 15
/** How often a worker looks for jobs whose time has come, in seconds; new ones are announced to it. */
const LOOK_SECONDS = 0.5
/** Largest priority of PostgreSQL's integer. */
const PRIORITIES = 2 ** 31

/** How a kind of job is retried, kept and worked. */
export interface JobRule<N extends JobName> {
  queue: QueueOptions & { policy?: QueuePolicy }
  work: WorkOptions
  /** Where a job stands among others of its group, which are worked one at a time; null leaves it free. */
  place: ((payload: JobPayloads[N]) => { group: string; priority: number }) | null
}

const COMMON = { deleteAfterSeconds: KEPT_SECONDS, heartbeatSeconds: SILENCE_SECONDS }
const WATCHFUL = {
  pollingIntervalSeconds: LOOK_SECONDS,
  notifyPollingIntervalSeconds: LOOK_SECONDS,
  heartbeatRefreshSeconds: SILENCE_SECONDS / 3,
}

/** The rule of every job. */
export const JOB_RULES: { readonly [N in JobName]: JobRule<N> } = {
  // Applicants wait for the outcome: retried at once; what fails three times fails for its content.
  'analyze-scene': {
    queue: { ...COMMON, retryLimit: 2, retryDelay: 0, expireInSeconds: 120 },
    work: { ...WATCHFUL, localConcurrency: 4 },
    place: null,
  },
  // Two retries (API text, "Webhooks") after about 1 to 2 s and 2 to 4 s; the statuses of one identification in their order.
  'deliver-webhook': {
    queue: { ...COMMON, retryLimit: 2, retryDelay: 1, retryBackoff: true, expireInSeconds: 60 },
    work: { ...WATCHFUL, localConcurrency: 8, groupConcurrency: 1 },
    place: ({ announcementId, identification }) => ({
      group: String(identification),
      priority: -(announcementId % PRIORITIES),
    }),
  },
  // The next minute's run does what a failed one left.
  'expire-identifications': {
    queue: { ...COMMON, policy: 'stately', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
    work: { ...WATCHFUL, pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 },
    place: null,
  },
}
