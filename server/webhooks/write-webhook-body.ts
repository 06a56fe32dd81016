import type { AnnouncementRow } from './_announcement-rows.ts'

/** The columns of an announcement that its receiver is told. */
type Told = Pick<
  AnnouncementRow,
  'configuration_id' | 'configuration_name' | 'identification_id' | 'status' | 'return_reason'
>

/** The JSON body of a webhook, keys in the order of the API text ("Webhook"); `return_reason` only where there is one. */
export function writeWebhookBody(told: Told): string {
  return JSON.stringify({
    configuration: { id: told.configuration_id, name: told.configuration_name },
    identification_id: told.identification_id,
    status: told.status,
    ...(told.return_reason === null ? {} : { return_reason: told.return_reason }),
  })
}
