import { type ApiVersion, stepsBackTo } from '../../domain/api-version.ts'
import type { AnnouncementRow } from './_announcement-rows.ts'

/** The columns of an announcement that its receiver is told. */
type Told = Pick<
  AnnouncementRow,
  'configuration_id' | 'configuration_name' | 'identification_id' | 'status' | 'return_reason'
>

/** What a version added to bodies, taken away again. */
type Step = (body: Readonly<Record<string, unknown>>) => Record<string, unknown>

/** How a body of each version becomes one of the version before it; none has changed bodies so far. */
const STEPS_TO_OLDER: Readonly<Partial<Record<ApiVersion, Step>>> = {}

/**
 * The JSON body of a webhook as a version of the API has it, keys in the order of the API text ("Webhook");
 * `return_reason` only where there is one. Written in the newest version, then taken back version by version.
 */
export function writeWebhookBody(told: Told, version: ApiVersion, steps = STEPS_TO_OLDER): string {
  const body = {
    configuration: { id: told.configuration_id, name: told.configuration_name },
    identification_id: told.identification_id,
    status: told.status,
    ...(told.return_reason === null ? {} : { return_reason: told.return_reason }),
  }
  return JSON.stringify(
    stepsBackTo(version, steps).reduce<Record<string, unknown>>((shaped, step) => step(shaped), body),
  )
}
