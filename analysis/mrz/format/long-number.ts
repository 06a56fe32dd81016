import type { ZonePartName } from './mrz-layout.ts'

/** A document number of more than nine characters and its check digit. */
export interface LongNumber {
  number: string
  digit: string
}

/**
 * The document number of a TD1 or TD2 zone that does not fit its nine positions: a filler stands for the check
 * digit, and number, then digit, go on in the optional part until a filler (ICAO 9303-5 §4.2.2.1 note j,
 * 9303-6 §4.2.2.2 note j). Null when the number is not long.
 */
export function readLongNumber(parts: ReadonlyMap<ZonePartName, string>): LongNumber | null {
  if (parts.get('documentNumberCheck') !== '<') return null
  const [rest] = (parts.get('optional') ?? '').split('<')
  if (rest.length < 2) return null
  return { number: `${parts.get('documentNumber')}${rest.slice(0, -1)}`, digit: rest.slice(-1) }
}
