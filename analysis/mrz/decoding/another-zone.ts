import type { MrzFacts, MrzFields } from '../../../domain/facts.ts'
import { checkZone } from '../format/check-zone.ts'
import { parseZone } from '../format/parse-zone.ts'
import { zerosAndOnes } from '../format/zeros-and-ones.ts'
import type { ZoneReading } from './zone-reading.ts'

/** Characters in which one number may be read in two ways with right digits: more are another number. */
const MAX_MISREAD = 1

/**
 * How sure the surest frame is whose zone has all its digits and is another document's than the one given, 0-1: of another birth date,
 * or of a number that is another in more than a character. Null where no frame shows one, or the one given has wrong digits itself: it
 * may be misread, and the frame right.
 */
export function anotherZone(
  readings: readonly ZoneReading[],
  { fields, checksValid }: Pick<MrzFacts, 'fields' | 'checksValid'>,
  today: string,
): number | null {
  if (!checksValid) return null
  const others = readings.filter(
    ({ format, lines }) =>
      checkZone(format, lines).every(({ valid }) => valid) &&
      isAnother(parseZone(format, lines, today), fields),
  )
  return others.length === 0 ? null : Math.max(...others.map(({ confidence }) => confidence))
}

function isAnother(one: MrzFields, other: MrzFields): boolean {
  const dates = [one.birthDate, other.birthDate]
  if (!dates.includes(null) && one.birthDate !== other.birthDate) return true
  return differences(numberOf(one), numberOf(other)) > MAX_MISREAD
}

function numberOf({ documentNumber }: MrzFields): string {
  return zerosAndOnes(documentNumber ?? '')
}

function differences(one: string, other: string): number {
  if (one === '' || other === '') return 0
  const longer = one.length > other.length ? one : other
  const shorter = longer === one ? other : one
  return [...longer].filter((character, i) => character !== shorter[i]).length
}
