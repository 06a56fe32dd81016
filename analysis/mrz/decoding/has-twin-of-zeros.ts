import { checkLines } from '../format/check-zone.ts'
import { MRZ_CHARACTERS } from '../format/mrz-characters.ts'
import type { LinePlan } from '../format/mrz-layout.ts'
import { zoneSpans } from '../lines/cut-zone.ts'
import { LATTICE_CLASSES } from './line-lattice.ts'
import type { RepairRequest } from './repair-zone.ts'

/** Zeros looked at at most, a bound on time: 255 other readings. */
const MAX_ZEROS = 8

/** A zero in a part that a check digit covers. */
interface Zero {
  line: number
  position: number
}

/**
 * Whether the check digits agree as well when zeros that look more like the letter O are that letter. One alone changes its
 * digit, but two at weights 7 and 3 add 80, which is none (ICAO 9303-3 §4.9): then nothing tells the two numbers apart.
 */
export function hasTwinOfZeros({ plan, lines, lattices }: RepairRequest): boolean {
  const zeros = zerosLikeLetters({ plan, lines, lattices }).slice(0, MAX_ZEROS)
  for (let chosen = 1; chosen < 2 ** zeros.length; chosen++) {
    const twin = lines.map((line) => [...line])
    zeros.forEach(({ line, position }, i) => {
      if (Math.floor(chosen / 2 ** i) % 2 === 1) twin[line][position] = 'O'
    })
    const text = twin.map((characters) => characters.join(''))
    if (checkLines(plan, text).every(({ valid }) => valid)) return true
  }
  return false
}

function zerosLikeLetters({ plan, lines, lattices }: RepairRequest): Zero[] {
  const [zero, letter] = [MRZ_CHARACTERS.indexOf('0'), MRZ_CHARACTERS.indexOf('O')]
  return placesOfLetters(plan).filter(({ line, position }) => {
    const at = position * LATTICE_CLASSES
    return lines[line][position] === '0' && lattices[line][at + letter] > lattices[line][at + zero]
  })
}

/** Where a letter O may stand in what check digits cover. */
function placesOfLetters(plan: LinePlan): Zero[] {
  const covered = new Set(plan.checks.flatMap(({ over }) => over))
  const spans = zoneSpans(plan)
  return plan.lines.flat().flatMap(({ name, alphabets }) => {
    const span = spans.get(name)
    if (!span || !covered.has(name)) return []
    const places = Array.from({ length: span.to - span.from }, (_, i) => i)
    return places
      .filter((i) => alphabets[Math.min(i, alphabets.length - 1)].includes('O'))
      .map((i) => ({ line: span.line, position: span.from + i }))
  })
}
