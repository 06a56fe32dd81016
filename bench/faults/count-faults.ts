import { createClientBackend } from '../../test/fakes/client-backend.ts'
import type { Service } from '../../test/fakes/service.ts'
import type { ReceivedWebhook } from '../../test/fakes/webhook-receiver.ts'
import { type CountedWebhooks, countHeard, type Ledger, STATUS_ORDER } from './count-heard.ts'

/** What became of what was acknowledged. */
export interface CountedFaults extends CountedWebhooks {
  created: number
  statuses: number
  webhooks: number
  lostCreations: number
  lostStatuses: number
}

/** Compares what was acknowledged with what can be fetched and what the receiver heard. */
export async function countFaults(
  service: Service,
  { ledger, received }: { ledger: Ledger; received: ReceivedWebhook[] },
): Promise<CountedFaults> {
  const backend = createClientBackend(service)
  const counted: CountedFaults = {
    created: ledger.created.size,
    statuses: [...ledger.created.values()].flat().length,
    webhooks: received.length,
    lostCreations: 0,
    lostStatuses: 0,
    ...countHeard(ledger, received),
  }
  for (const [id, acknowledged] of ledger.created) {
    const answer = await backend.get(id)
    if (answer.status !== 200) counted.lostCreations += 1
    else if (place(answer.body.data.attributes.status) < place(acknowledged.at(-1))) counted.lostStatuses += 1
  }
  backend.close()
  return counted
}

function place(status: string | undefined): number {
  return status === undefined ? 0 : STATUS_ORDER.indexOf(status)
}
