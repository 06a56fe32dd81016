import { FILLER, MRZ_CHARACTERS } from '../format/mrz-characters.ts'
import type { ZonePartName } from '../format/mrz-layout.ts'
import { zoneSpans } from '../lines/cut-zone.ts'
import { LATTICE_CLASSES, type LineLattice } from './line-lattice.ts'
import type { RepairRequest } from './repair-zone.ts'

const FILLER_PLACE = MRZ_CHARACTERS.indexOf(FILLER)
/**
 * A filler less likely than this was not seen but taken for one, as most of what goes unseen is (line-lattice gives it 0.12 where
 * nothing was seen).
 */
const SEEN = 0.5
/** Single fillers may be faint; so many without anything seen are a reflection, or a finger. */
const UNSEEN_MINIMUM = 2

/**
 * The parts in which characters may have gone unseen: fillers that nobody saw, and something after them that was seen. Fillers at
 * the end of a part are often faint, and what is before them is whole.
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
    if (character !== FILLER) return false
    const at = (from + i) * LATTICE_CLASSES
    const logs = lattice.subarray(at, at + LATTICE_CLASSES)
    const sum = logs.reduce((total, value) => total + Math.exp(value), 0)
    return Math.exp(logs[FILLER_PLACE]) / sum < SEEN
  }).length
}
