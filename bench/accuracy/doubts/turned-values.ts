import { slantingValue } from '../../../analysis/document/doubts/slanting-value.ts'
import type { PrintedField } from '../../../domain/document/print-facts.ts'
import type { DocumentSideFacts } from '../../../domain/facts.ts'
import { checkSlant } from '../../../server/checks/rules/doubts/check-slant.ts'
import { makeDoubts } from '../../../test/fakes/scene-facts.ts'
import { moveField } from './candidates/move-field.ts'
import type { DoubtOutcome } from './measure-doubts.ts'
import type { ReadCase } from './read-cases.ts'

/** How far a value is turned, degrees, by turns. */
const TURNS = [2, -2, 3, -3]
/** Shorter values are not measured; how much higher its box is read when it is turned, px. */
const LEAST_ASPECT = 5
const HIGHER = 12

/**
 * What is said of true sides, and of the same with one value at a time cut out of the card, turned and put back, as if it were
 * found again at its place. Passports are in neither class, for nothing is concluded of them.
 */
export async function measureTurnedValues(read: readonly ReadCase[]): Promise<DoubtOutcome[]> {
  const outcomes: DoubtOutcome[] = []
  for (const {
    case: { set, cause },
    facts,
    card,
  } of read) {
    if (!card || !facts.print || !facts.doubts?.slant) continue
    if (facts.print.template.documentType === 'Passport') continue
    const outcome = (
      truth: DoubtOutcome['truth'],
      slant: ReturnType<typeof slantingValue>,
    ): DoubtOutcome => ({
      set: `values turned in what was read of ${set}`,
      truth,
      cause,
      scores: { 'a value aslant': scoreOf(facts, slant) },
    })
    outcomes.push(outcome(null, facts.doubts.slant))
    for (const [index, [name, field]] of Object.entries(facts.print.fields).entries()) {
      if (field.box.width < LEAST_ASPECT * field.box.height) continue
      const turn = { across: 0, down: 0, degrees: TURNS[index % TURNS.length] }
      const turned = await moveField(card, field.box, turn)
      const fields = { ...facts.print.fields, [name]: grown(field) }
      outcomes.push(outcome('a value aslant', slantingValue(turned.card, fields)))
    }
  }
  return outcomes
}

function scoreOf(facts: DocumentSideFacts, slant: ReturnType<typeof slantingValue>) {
  return checkSlant({ ...facts, doubts: makeDoubts({ slant }) })?.score ?? null
}

function grown(field: PrintedField): PrintedField {
  const { box } = field
  return { ...field, box: { ...box, y: box.y - HIGHER / 2, height: box.height + HIGHER } }
}
