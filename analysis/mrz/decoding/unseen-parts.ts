import { alikeCharacters } from '../format/alike-characters.ts'
import { MRZ_CHARACTERS } from '../format/mrz-characters.ts'
import type { ZonePartName } from '../format/mrz-layout.ts'
import { zoneSpans } from '../lines/cut-zone.ts'
import { LATTICE_CLASSES, type LineLattice } from './line-lattice.ts'
import type { RepairRequest } from './repair-zone.ts'

/**
 * A character less likely than this, together with those that look like it, was guessed. Where nothing is seen most is taken
 * for a filler, as most of what goes unseen is (line-lattice).
 */
const SEEN = 0.5
/** One character may be faint; so many of a part are a reflection, or a finger. */
const UNSEEN_MINIMUM = 2

/**
 * The parts in which characters may have gone unseen: several that were guessed. Fillers at the end of a part are often faint, and
 * what is before them is whole.
 */
export function unseenParts({ plan, lines, lattices }: RepairRequest): Set<ZonePartName> {
  const names = [...zoneSpans(plan)].filter(([, span]) => {
    const written = lines[span.line].slice(span.from, span.to).replace(/<+$/, '')
    return countUnseen(lattices[span.line], { from: span.from, written }) >= UNSEEN_MINIMUM
  })
  return new Set(names.map(([name]) => name))
}

function countUnseen(lattice: LineLattice, { from, written }: { from: number; written: string }): number {
  return [...written].filter((character, i) => {
    const at = (from + i) * LATTICE_CLASSES
    const likely = lattice.subarray(at, at + LATTICE_CLASSES).map(Math.exp)
    return (
      sum([...alikeCharacters(character)].map((one) => likely[MRZ_CHARACTERS.indexOf(one)])) <
      SEEN * sum(likely)
    )
  }).length
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
