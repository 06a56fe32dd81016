import type { MrzFacts, MrzFields, MrzFormat } from '../../../domain/facts.ts'
import { fieldConfidences } from '../fields/field-confidences.ts'
import { checkZone } from '../format/check-zone.ts'
import { MRZ_LAYOUTS } from '../format/mrz-layout.ts'
import { parseZone } from '../format/parse-zone.ts'
import { decodeLattice } from './decode-lattice.ts'
import { ZONE_GRAMMARS } from './decode-zone.ts'
import { hasTwinOfZeros } from './has-twin-of-zeros.ts'
import { meanLattice } from './mean-lattice.ts'
import { type RepairRequest, repairZone } from './repair-zone.ts'
import { unseenParts } from './unseen-parts.ts'
import type { ZoneReading } from './zone-reading.ts'

/** What is left of the confidence when two readers disagree on names, or two numbers agree: no check digit decides. */
const DISPUTED = 0.5

/**
 * One zone from the readings of several frames, or null when there is none. The frames' probabilities are
 * multiplied position by position and read under the grammar of the format that most of them show; then check digits
 * may decide between characters that the frames leave open. `today` is an ISO date.
 */
export function voteZones(readings: readonly ZoneReading[], today: string): MrzFacts | null {
  const best = surest(readings)
  if (best === null) return null
  const format = commonFormat(readings, best.format)
  const alike = readings.filter((reading) => reading.format === format)
  const grammars = ZONE_GRAMMARS[format]
  const lattices = grammars.map((_, line) => meanLattice(alike.map((reading) => reading.lattices[line])))
  const read = grammars.map((grammar, line) => decodeLattice(lattices[line], grammar))
  const plan = MRZ_LAYOUTS[format]
  const lines = repairZone({ plan, lines: read.map(({ text }) => text), lattices })
  const checks = checksOf(format, { plan, lines, lattices })
  const undecided: NonNullable<MrzFacts['undecided']> = [
    ...(isDisputed(alike) ? (['names'] as const) : []),
    ...(hasTwinOfZeros({ plan, lines, lattices }) ? (['numbers'] as const) : []),
  ]
  const fields = parseZone(format, lines, today)
  const decidedConfidence = Math.min(...read.map(({ confidence }) => confidence))
  return {
    format,
    lines,
    rawLines: (surest(alike) ?? best).lines,
    checks,
    checksValid: checks.every((check) => check.valid),
    confidence: decidedConfidence * (undecided.length > 0 ? DISPUTED : 1),
    undecided,
    decidedConfidence,
    framesAgreeing: readings.filter((reading) => isSame(reading.lines, lines)).length,
    fields,
    fieldConfidences: withDisputes(fieldConfidences({ plan, lines, lattices, checks }), {
      fields,
      undecided,
    }),
  }
}

/** Of what no check digit decides a field is half as sure; of numbers only zeros are in dispute. */
function withDisputes(
  confidences: NonNullable<MrzFacts['fieldConfidences']>,
  { fields, undecided }: Required<Pick<MrzFacts, 'fields' | 'undecided'>>,
): MrzFacts['fieldConfidences'] {
  const disputed: (keyof MrzFields)[] = undecided.includes('names') ? ['lastName', 'firstNames'] : []
  if (undecided.includes('numbers'))
    disputed.push(
      ...(['documentNumber', 'personalNumber'] as const).filter((name) => fields[name]?.includes('0')),
    )
  const entries = Object.entries(confidences) as [keyof MrzFields, number][]
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value * (disputed.includes(name) ? DISPUTED : 1)]),
  )
}

/** The check digits and whether they agree on characters that were seen: with others they do by chance, one time in ten. */
function checksOf(format: MrzFormat, read: RepairRequest): MrzFacts['checks'] {
  const unseen = unseenParts(read)
  return checkZone(format, read.lines).map((check, i) => ({
    ...check,
    valid: check.valid && !read.plan.checks[i].over.some((part) => unseen.has(part)),
  }))
}

/** Whether a second reader was asked and read the names otherwise in every frame. */
function isDisputed(readings: readonly ZoneReading[]): boolean {
  const opinions = readings.flatMap(({ opinion }) => opinion ?? [])
  return opinions.length > 0 && opinions.every((opinion) => opinion === 'other')
}

function surest(readings: readonly ZoneReading[]): ZoneReading | null {
  return readings.reduce<ZoneReading | null>(
    (best, reading) => (best === null || reading.confidence > best.confidence ? reading : best),
    null,
  )
}

/** The format with most confidence in all; the one given when there are no readings. */
function commonFormat(readings: readonly ZoneReading[], format: MrzFormat): MrzFormat {
  const support = (name: MrzFormat) =>
    readings.reduce((sum, reading) => (reading.format === name ? sum + reading.confidence : sum), 0)
  return readings.reduce(
    (best, reading) => (support(reading.format) > support(best) ? reading.format : best),
    format,
  )
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, index) => line === b[index])
}
