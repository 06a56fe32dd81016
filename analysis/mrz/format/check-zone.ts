import type { MrzCheck, MrzFormat } from '../../../domain/facts.ts'
import { cutLines } from '../lines/cut-zone.ts'
import { checkDigit } from './check-digit.ts'
import { readLongNumber } from './long-number.ts'
import { type CheckRule, type LinePlan, MRZ_LAYOUTS, type ZonePartName } from './mrz-layout.ts'

/**
 * Every check digit of the format and whether it agrees with the text (ICAO 9303-3 §4.9, 9303-4 to -7 §4.2.4).
 * Throws a RangeError when the lines are not the format's size.
 */
export function checkZone(format: MrzFormat, lines: readonly string[]): MrzCheck[] {
  return checkLines(MRZ_LAYOUTS[format], lines)
}

/** The same for the lines of a plan. */
export function checkLines(plan: LinePlan, lines: readonly string[]): MrzCheck[] {
  const parts = cutLines(plan, lines)
  return plan.checks.map((rule) => ({ name: rule.name, valid: isValid(rule, parts) }))
}

function isValid(rule: CheckRule, parts: ReadonlyMap<ZonePartName, string>): boolean {
  const long = rule.name === 'document-number' ? readLongNumber(parts) : null
  if (long) return checkDigit(long.number) === long.digit
  const text = rule.over.map((name) => parts.get(name) ?? '').join('')
  const digit = parts.get(rule.digit)
  // An unused personal number may leave its check digit a filler (ICAO 9303-4 §4.2.2.2).
  if (rule.name === 'personal-number' && digit === '<') return /^<*$/.test(text)
  return checkDigit(text) === digit
}
