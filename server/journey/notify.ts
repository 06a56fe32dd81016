import type { Client } from '../../domain/account.ts'
import { Problem } from '../../domain/problem.ts'
import { findConfiguration } from '../configurations/find-configuration.ts'
import { findIdentification } from '../identifications/find-identification.ts'
import { lockIdentification } from '../identifications/lock-identification.ts'
import { announceStatus } from '../webhooks/announce-status.ts'
import { parseReceiverUrl } from '../webhooks/parse-receiver-url.ts'
import type { JourneyContext } from './journey-context.ts'

const WEBHOOK_POINTER = '/data/attributes/webhook'

/** An identification of a client, and the webhook asked for; null asks for the default one. */
export interface Notification {
  client: Client
  identificationId: string
  webhook: string | null
}

/**
 * A client asks to be told, once more, the status its identification has: at a webhook of its choice, at the
 * identification's or at the configuration's. It waits its turn behind the news of the same identification.
 * Throws `Problem('unknown_record')`, or `Problem('params_invalid')` where there is no webhook to tell.
 */
export async function notify(context: JourneyContext, asked: Notification): Promise<void> {
  const { database, queue, clock } = context
  await findIdentification(database, asked.client, asked.identificationId)
  await database.transaction().execute(async (transaction) => {
    // Held, so that a status that changes meanwhile is told after this one.
    const found = await lockIdentification(transaction, { identificationId: asked.identificationId })
    const configuration = await findConfiguration(transaction, found.configuration_id)
    await announceStatus(transaction, {
      queue,
      identification: found.id,
      identificationId: found.identification_id,
      configuration: { id: configuration.id, name: configuration.name },
      environment: found.environment,
      url: assertWebhook(asked.webhook ?? found.webhook ?? configuration.webhook),
      status: found.status,
      returnReason: found.return_reason,
      now: clock.now(),
    })
  })
}

function assertWebhook(url: string | null): string {
  if (url === null) throw fault('No webhook is given, and the identification and the configuration have none')
  try {
    parseReceiverUrl(url)
  } catch {
    throw fault('The webhook must be an http or https URL without user and password')
  }
  return url
}

function fault(detail: string): Problem {
  return new Problem('params_invalid', detail, [{ detail, pointer: WEBHOOK_POINTER }])
}
