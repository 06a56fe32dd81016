import { checkExpiry } from '../../../../server/checks/rules/check-expiry.ts'
import { checkMrzViz } from '../../../../server/checks/rules/print/check-mrz-viz.ts'
import type { DoubtOutcome } from '../measure-doubts.ts'
import type { ReadCase } from '../read-cases.ts'

const DAY_MS = 86_400_000

/** What is said the day before a document ends and the day after, where its end is known and its zone was read. */
export function judgeDates(read: readonly ReadCase[]): DoubtOutcome[] {
  return read.flatMap(({ case: { set, expiryDate }, facts: { mrz } }) => {
    if (!expiryDate || mrz === null) return []
    const day = (days: number) => new Date(Date.parse(expiryDate) + days * DAY_MS).toISOString().slice(0, 10)
    const outcome = (truth: 'expired' | null, today: string): DoubtOutcome => ({
      set: `dates read of ${set}`,
      truth,
      cause: truth ? 'the day after' : 'the day it ends',
      scores: { expired: checkExpiry(mrz, today).score },
    })
    return [outcome('expired', day(1)), outcome(null, day(0))]
  })
}

/** What is said of print and zone of one document, and of the print beside the zone of the next one of the same format. */
export function judgeZones(read: readonly ReadCase[]): DoubtOutcome[] {
  const both = read.filter(({ facts }) => facts.print && facts.mrz?.checksValid)
  return both.flatMap(({ case: { set }, facts: { print, mrz } }, index) => {
    const others = [...both.slice(index + 1), ...both.slice(0, index)]
    const other = others.find(
      ({ facts }) => facts.mrz?.format === mrz?.format && String(facts.mrz?.lines) !== String(mrz?.lines),
    )
    const cause = print?.template.documentTypeDetailed ? "a state's own layout" : 'a layout of any state'
    const outcome = (truth: 'print of another' | null, zone: typeof mrz): DoubtOutcome => {
      const score = checkMrzViz(print ?? null, { mrz: zone, product: 'standard' })?.score ?? null
      return { set: `print and zones of ${set}`, truth, cause, scores: { 'print of another': score } }
    }
    return [outcome(null, mrz), ...(other ? [outcome('print of another', other.facts.mrz)] : [])]
  })
}
