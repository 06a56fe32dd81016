import type { Client } from '../../../domain/account.ts'
import type { JourneyContext } from '../journey-context.ts'

/** What a client read: a noun and a verb, and of what. */
export interface ClientRead {
  client: Client
  action: string
  subject: string
}

/** Gives what a client reads and notes it once it was read; a refusal is not noted. */
export async function readNoted<T>(
  { reads, clock }: JourneyContext,
  { client, action, subject }: ClientRead,
  reading: Promise<T>,
): Promise<T> {
  const read = await reading
  reads?.note({
    actor: 'client',
    accountId: client.account.id,
    clientId: client.clientId,
    requestId: client.requestId,
    action,
    subject,
    detail: client.environment,
    now: clock.now(),
  })
  return read
}
