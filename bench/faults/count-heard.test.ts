import { expect, test } from 'vitest'
import type { ReceivedWebhook } from '../../test/fakes/webhook-receiver.ts'
import { countHeard, type Ledger } from './count-heard.ts'

const NOTHING = { lostWebhooks: 0, repeated: {}, tooOften: 0, outOfOrder: 0, unsigned: 0 }

/** A ledger of one identification, with kills at these seconds. */
function ledgerOf(acknowledged: string[], killSeconds: number[] = []): Ledger {
  const kills = killSeconds.map((seconds) => new Date(seconds * 1_000))
  return { created: new Map([['one', acknowledged]]), refused: 0, kills }
}

function hear(seconds: number, status: string, verified = true): ReceivedWebhook {
  const at = new Date(seconds * 1_000)
  return { status, identificationId: 'one', verified, at, returnReason: undefined, body: '', headers: {} }
}

test('What came once, in order and signed, is no fault', () => {
  const heard = [hear(1, 'initiated'), hear(2, 'processing'), hear(3, 'processed')]
  expect(countHeard(ledgerOf(['initiated', 'processing', 'processed']), heard)).toEqual(NOTHING)
})

test('A webhook may come once more for each kill in between, and not oftener', () => {
  const twice = [hear(1, 'initiated'), hear(3, 'initiated')]
  expect(countHeard(ledgerOf(['initiated'], [2]), twice)).toEqual({ ...NOTHING, repeated: { 2: 1 } })
  const before = countHeard(ledgerOf(['initiated'], [0, 4]), twice)
  expect(before).toEqual({ ...NOTHING, repeated: { 2: 1 }, tooOften: 1 })
  const thrice = countHeard(ledgerOf(['initiated'], [2]), [...twice, hear(4, 'initiated')])
  expect(thrice).toEqual({ ...NOTHING, repeated: { 3: 1 }, tooOften: 1 })
})

test('What is missing, out of order or wrongly signed is counted', () => {
  const heard = [hear(1, 'processing'), hear(2, 'initiated', false)]
  const counted = countHeard(ledgerOf(['initiated', 'processing', 'processed']), heard)
  expect(counted).toEqual({ ...NOTHING, lostWebhooks: 1, outOfOrder: 1, unsigned: 1 })
})
