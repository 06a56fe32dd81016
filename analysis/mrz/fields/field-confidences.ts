import type { MrzFields } from '../../../domain/facts.ts'
import { LATTICE_CLASSES } from '../decoding/line-lattice.ts'
import type { RepairRequest } from '../decoding/repair-zone.ts'
import { alikeCharacters } from '../format/alike-characters.ts'
import { MRZ_CHARACTERS } from '../format/mrz-characters.ts'
import type { LinePlan } from '../format/mrz-layout.ts'
import { zoneSpans } from '../lines/cut-zone.ts'
import { fieldSpans } from './field-spans.ts'

/** Lines as read, what the frames say about their characters, and each check digit of the plan, in its order. */
export interface CheckedLines extends RepairRequest {
  checks: readonly { valid: boolean }[]
}

/**
 * How sure each field is, 0-1: as its least certain character. Where the grammar has none of those that look like it, or a
 * check digit agrees that a number or date rests on, a character is as sure as all of them together.
 */
export function fieldConfidences({
  plan,
  lines,
  lattices,
  checks,
}: CheckedLines): Partial<Record<keyof MrzFields, number>> {
  const rivals = rivalsIn(plan, checks)
  const confidences: Partial<Record<keyof MrzFields, number>> = {}
  for (const [field, spans] of fieldSpans(plan, lines)) {
    const characters = spans.flatMap(({ line, from, to }) =>
      Array.from({ length: to - from }, (_, i) => {
        const [position, read] = [from + i, lines[line][from + i]]
        const alike = [...alikeCharacters(read)].filter(
          (one) => one === read || !rivals[line][position].includes(one),
        )
        return sumOf(lattices[line], position, alike)
      }),
    )
    confidences[field] = Math.min(1, ...characters)
  }
  return confidences
}

/** For each place of each line the characters that nothing but their looks excludes. */
function rivalsIn(plan: LinePlan, checks: CheckedLines['checks']): string[][] {
  const rivals = plan.lines.map((): string[] => Array(plan.lineLength).fill(''))
  const held = new Set(plan.checks.flatMap(({ over }, i) => (checks[i].valid ? over : [])))
  const spans = zoneSpans(plan)
  for (const { name, alphabets, order } of plan.lines.flat()) {
    const span = spans.get(name)
    // Names are never decided by a digit: that over all of them fits one misreading in ten.
    if (!span || (held.has(name) && order === undefined)) continue
    for (let i = 0; i < span.to - span.from; i++) {
      rivals[span.line][span.from + i] = alphabets[Math.min(i, alphabets.length - 1)]
    }
  }
  return rivals
}

function sumOf(lattice: Float32Array, position: number, characters: readonly string[]): number {
  const at = position * LATTICE_CLASSES
  return characters.reduce((sum, one) => sum + Math.exp(lattice[at + MRZ_CHARACTERS.indexOf(one)]), 0)
}
