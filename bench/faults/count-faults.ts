import { createClientBackend } from '../../test/fakes/client-backend.ts'
import type { Service } from '../../test/fakes/service.ts'
import type { ReceivedWebhook } from '../../test/fakes/webhook-receiver.ts'

/** What the service acknowledged: identifications and, of each, the statuses it came to. */
export interface Ledger {
  created: Map<string, string[]>
  /** Requests that the kills cut. */
  refused: number
}

/** What became of it. */
export interface CountedFaults {
  created: number
  statuses: number
  webhooks: number
  lostCreations: number
  lostStatuses: number
  lostWebhooks: number
  /** Webhooks that came more than once, by how often they came. */
  repeated: Record<number, number>
  outOfOrder: number
  unsigned: number
}

const ORDER = ['uninitiated', 'initiated', 'processing', 'processed']

/** Compares what was acknowledged with what can be fetched and what the receiver heard. */
export async function countFaults(
  service: Service,
  { ledger, received }: { ledger: Ledger; received: ReceivedWebhook[] },
): Promise<CountedFaults> {
  const backend = createClientBackend(service)
  const heard = new Map<string, string[]>()
  for (const { identificationId: id, status } of received) heard.set(id, [...(heard.get(id) ?? []), status])
  const counted: CountedFaults = {
    created: ledger.created.size,
    statuses: [...ledger.created.values()].flat().length,
    webhooks: received.length,
    lostCreations: 0,
    lostStatuses: 0,
    lostWebhooks: 0,
    repeated: {},
    outOfOrder: 0,
    unsigned: received.filter(({ verified }) => !verified).length,
  }
  for (const [id, acknowledged] of ledger.created) {
    const answer = await backend.get(id)
    if (answer.status !== 200) counted.lostCreations += 1
    else if (place(answer.body.data.attributes.status) < place(acknowledged.at(-1))) counted.lostStatuses += 1
    countWebhooks(counted, acknowledged, heard.get(id) ?? [])
  }
  backend.close()
  return counted
}

function countWebhooks(counted: CountedFaults, acknowledged: string[], heard: string[]): void {
  counted.lostWebhooks += acknowledged.filter((status) => !heard.includes(status)).length
  const isBehind = (status: string, index: number) => index > 0 && place(status) < place(heard[index - 1])
  if (heard.some(isBehind)) counted.outOfOrder += 1
  for (const status of new Set(heard)) {
    const times = heard.filter((one) => one === status).length
    if (times > 1) counted.repeated[times] = (counted.repeated[times] ?? 0) + 1
  }
}

function place(status: string | undefined): number {
  return status === undefined ? 0 : ORDER.indexOf(status)
}
