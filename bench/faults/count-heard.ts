import type { ReceivedWebhook } from '../../test/fakes/webhook-receiver.ts'

/** What the service acknowledged: identifications and, of each, the statuses it came to. */
export interface Ledger {
  created: Map<string, string[]>
  /** Requests that the kills cut. */
  refused: number
  /** When each kill was over: what the killed service had sent had come. */
  kills: Date[]
}

/** How the webhooks that came compare with the statuses acknowledged. */
export interface CountedWebhooks {
  lostWebhooks: number
  /** Webhooks that came more than once, by how often they came. */
  repeated: Record<number, number>
  /** Those of them that came oftener than once more for each kill in between. */
  tooOften: number
  /** Identifications whose statuses came out of order. */
  outOfOrder: number
  unsigned: number
}

/** The order of statuses. */
export const STATUS_ORDER = ['uninitiated', 'initiated', 'processing', 'processed']

/** Compares the statuses acknowledged with what the receiver heard, oldest first. */
export function countHeard({ created, kills }: Ledger, received: ReceivedWebhook[]): CountedWebhooks {
  const heard = Map.groupBy(received, ({ identificationId }) => identificationId)
  const counted: CountedWebhooks = {
    lostWebhooks: 0,
    repeated: {},
    tooOften: 0,
    outOfOrder: 0,
    unsigned: received.filter(({ verified }) => !verified).length,
  }
  for (const [id, acknowledged] of created) {
    const told = Map.groupBy(heard.get(id) ?? [], ({ status }) => status)
    counted.lostWebhooks += acknowledged.filter((status) => !told.has(status)).length
    if (isOutOfOrder(heard.get(id) ?? [])) counted.outOfOrder += 1
    for (const times of told.values()) countTimes(counted, times, kills)
  }
  return counted
}

function isOutOfOrder(heard: ReceivedWebhook[]): boolean {
  const places = heard.map(({ status }) => STATUS_ORDER.indexOf(status))
  return places.some((place, index) => index > 0 && place < places[index - 1])
}

function countTimes(counted: CountedWebhooks, times: ReceivedWebhook[], kills: Date[]): void {
  if (times.length === 1) return
  counted.repeated[times.length] = (counted.repeated[times.length] ?? 0) + 1
  const [first, last] = [times[0].at, times[times.length - 1].at]
  const between = kills.filter((kill) => kill >= first && kill <= last).length
  if (times.length > 1 + between) counted.tooOften += 1
}
