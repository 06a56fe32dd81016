import type { Transaction } from 'kysely'
import type { Client } from '../../domain/account.ts'
import { Problem } from '../../domain/problem.ts'
import { findConfiguration } from '../configurations/find-configuration.ts'
import { findIdentification } from '../identifications/find-identification.ts'
import { lockIdentification } from '../identifications/lock-identification.ts'
import { isStandardAnswer } from '../identifications/standard-answer.ts'
import type { Database } from '../platform/database/database.ts'
import { announceStatus, type StatusToAnnounce } from '../webhooks/announce-status.ts'
import { parseReceiverUrl } from '../webhooks/receiver/parse-receiver-url.ts'
import { noteClient } from './_note-client.ts'
import type { JourneyContext } from './journey-context.ts'

const WEBHOOK_POINTER = '/data/attributes/webhook'

/** An identification of a client, and the webhook asked for; null asks for the default one. */
export interface Notification {
  client: Client
  identificationId: string
  webhook: string | null
}

/** What is told of an identification, and its own webhook. */
type Told = Pick<StatusToAnnounce, 'identification' | 'environment' | 'status' | 'returnReason'> & {
  configurationId: number
  ownWebhook: string | null
}

/**
 * A client asks to be told, once more, the status its identification has: at a webhook of its choice, at the
 * identification's or at the configuration's. It waits its turn behind the news of the same identification.
 * Throws `Problem('unknown_record')`, or `Problem('params_invalid')` where there is no webhook to tell.
 */
export async function notify(context: JourneyContext, asked: Notification): Promise<void> {
  const { database, queue, clock } = context
  const isStandard = isStandardAnswer(asked.identificationId)
  if (!isStandard) await findIdentification(context, asked.client, asked.identificationId)
  await database.transaction().execute(async (transaction) => {
    const told = isStandard ? tellStandard(asked.client) : await tellStored(transaction, asked)
    const { id, name, webhook } = await findConfiguration(transaction, told.configurationId)
    const url = assertWebhook(asked.webhook ?? told.ownWebhook ?? webhook)
    const { identificationId } = asked
    const subject = { ...told, identificationId, configuration: { id, name } }
    await announceStatus(transaction, { ...subject, queue, url, now: clock.now() })
    await noteClient(context, transaction, { ...asked, action: 'identification.notified' })
  })
}

/** Standard answers are always processed and belong to whoever asks. */
function tellStandard({ environment, configurationId }: Client): Told {
  const nothing = { identification: null, returnReason: null, ownWebhook: null }
  return { ...nothing, environment, configurationId, status: 'processed' }
}

/** Held, so that a status that changes meanwhile is told after this one. */
async function tellStored(transaction: Transaction<Database>, asked: Notification): Promise<Told> {
  const held = await lockIdentification(transaction, { identificationId: asked.identificationId })
  return {
    identification: held.id,
    environment: held.environment,
    status: held.status,
    returnReason: held.return_reason,
    configurationId: held.configuration_id,
    ownWebhook: held.webhook,
  }
}

function assertWebhook(url: string | null): string {
  if (url === null) throw fault('No webhook is given, and the identification and the configuration have none')
  try {
    parseReceiverUrl(url)
  } catch {
    throw fault('The webhook must be an http or https URL on a web port, without user and password')
  }
  return url
}

function fault(detail: string): Problem {
  return new Problem('params_invalid', detail, [{ detail, pointer: WEBHOOK_POINTER }])
}
