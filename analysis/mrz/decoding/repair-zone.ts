import { checkLines } from '../format/check-zone.ts'
import { MRZ_CHARACTERS } from '../format/mrz-characters.ts'
import type { LinePlan, ZonePartName } from '../format/mrz-layout.ts'
import { zoneSpans } from '../lines/cut-zone.ts'
import { LATTICE_CLASSES, type LineLattice } from './line-lattice.ts'

/**
 * Most that a repair may cost, natural logarithm: together its characters are at least a hundredth as likely as
 * those they replace. What the frames do not leave open is never changed to make a digit fit.
 */
const MAX_COST = 4.6
/** The same where only one check digit covers the change: one change in ten fits one digit by chance. */
const MAX_COST_UNDER_ONE_DIGIT = 1.6
/** A repair is made only when no other costs less than this more: else chance decides. */
const MIN_LEAD = 1.5
/** Most characters changed. */
const MAX_CHANGES = 2
/** Characters considered for a change: the likeliest ones, a bound on time. */
const MAX_CHOICES = 40

/** A character that may stand instead of the one read. */
interface Choice {
  line: number
  position: number
  character: string
  /** How much less likely than the one read, natural logarithm. */
  cost: number
}

/** Lines as read and what the frames say about their characters. */
export interface RepairRequest {
  plan: LinePlan
  lines: readonly string[]
  lattices: readonly LineLattice[]
}

/**
 * The lines with at most two characters changed so that every check digit agrees, when the frames leave exactly that
 * open; otherwise the lines as they are. Names are never changed: no digit of their own covers them.
 */
export function repairZone(request: RepairRequest): string[] {
  const lines = [...request.lines]
  if (isValid(request.plan, lines)) return lines
  const [best, second] = validRepairs(request)
  const isClear = best !== undefined && (second === undefined || second.cost - best.cost > MIN_LEAD)
  return isClear ? changed(lines, best.choices) : lines
}

/** The repairs that make every check digit agree, the cheapest first. */
function validRepairs({ plan, lines, lattices }: RepairRequest): { choices: Choice[]; cost: number }[] {
  const choices = choicesFor({ plan, lines, lattices })
  const single = choices.map((choice) => [choice])
  const double = choices.flatMap((one, index) =>
    choices.slice(index + 1).flatMap((other) => (isSamePlace(one, other) ? [] : [[one, other]])),
  )
  return [...single, ...double]
    .filter((repair) => repair.length <= MAX_CHANGES)
    .map((repair) => ({ choices: repair, cost: repair.reduce((sum, { cost }) => sum + cost, 0) }))
    .filter(
      ({ choices: repair, cost }) => cost <= mostCost(plan, lines) && isValid(plan, changed(lines, repair)),
    )
    .sort((a, b) => a.cost - b.cost)
}

/** What a repair may cost: more when it makes two digits right at once. */
function mostCost(plan: LinePlan, lines: readonly string[]): number {
  const wrong = checkLines(plan, lines).filter((check) => !check.valid).length
  return wrong > 1 ? MAX_COST : MAX_COST_UNDER_ONE_DIGIT
}

function choicesFor({ plan, lines, lattices }: RepairRequest): Choice[] {
  const choices: Choice[] = []
  const spans = zoneSpans(plan)
  for (const part of plan.lines.flat()) {
    const span = spans.get(part.name)
    if (!span || !checkedParts(plan).has(part.name)) continue
    for (let position = span.from; position < span.to; position++) {
      const alphabet = part.alphabets[Math.min(position - span.from, part.alphabets.length - 1)]
      const place = { line: span.line, position, read: lines[span.line][position] }
      choices.push(...choicesAt(place, alphabet, lattices[span.line]))
    }
  }
  return choices.sort((a, b) => a.cost - b.cost).slice(0, MAX_CHOICES)
}

/** The parts that a check digit of their own kind covers, and the digits themselves. */
function checkedParts(plan: LinePlan): Set<ZonePartName> {
  const names = new Set<ZonePartName>(['lastName', 'firstNames', 'names'])
  const covered = plan.checks.flatMap((rule) => [...rule.over, rule.digit])
  return new Set(covered.filter((name) => !names.has(name)))
}

function choicesAt(
  place: { line: number; position: number; read: string },
  alphabet: string,
  lattice: LineLattice,
): Choice[] {
  const value = (character: string) =>
    lattice[place.position * LATTICE_CLASSES + MRZ_CHARACTERS.indexOf(character)]
  return [...alphabet]
    .filter((character) => character !== place.read)
    .map((character) => ({ ...place, character, cost: value(place.read) - value(character) }))
    .filter(({ cost }) => cost <= MAX_COST)
}

function isSamePlace(a: Choice, b: Choice): boolean {
  return a.line === b.line && a.position === b.position
}

function changed(lines: readonly string[], choices: readonly Choice[]): string[] {
  const copies = lines.map((line) => [...line])
  for (const { line, position, character } of choices) copies[line][position] = character
  return copies.map((characters) => characters.join(''))
}

function isValid(plan: LinePlan, lines: readonly string[]): boolean {
  return checkLines(plan, lines).every((check) => check.valid)
}
