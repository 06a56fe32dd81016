import type { MrzFields } from '../facts.ts'
import type { AlterableDate, PrintedField } from './print-facts.ts'
import { saysBirthDate } from './says-birth-date.ts'

/**
 * Documents are issued at most so long before they end, of passports and most cards ten years, and a rest of a former one's. Cards of the
 * old last longer in some states: of a document that ends later than so long from today no date tells a birth.
 */
export const VALIDITY_YEARS_MAXIMUM = 11
/** Digits that a stroke or two change; the other dates of a document differ in more of them from the one that is meant. */
export const NEAR_DATE_DIGITS_MAXIMUM = 2

/**
 * Whether print has another date than its zone that can be no other date of the document: a birth long before anything was issued, or
 * an end after the end. A month in letters that alone differs may be of a language that nobody knows, day and month in each
 * other's places an issuer's way of writing, and another century of birth is asked for elsewhere.
 */
export function isAlteredDate(
  name: AlterableDate,
  { value, raw }: Pick<PrintedField, 'value' | 'raw'>,
  zone: Pick<MrzFields, AlterableDate>,
): boolean {
  const told = zone[name]
  if (typeof value !== 'string' || told === null || value === told) return false
  if (isOtherWriting({ value, raw }, told)) return false
  if (name === 'expiryDate') return value > told
  return zone.expiryDate !== null && !saysBirthDate(value, told) && isLongBefore(value, zone.expiryDate)
}

/** Whether a printed date may be the one that is told, written as others write it: in a language that nobody knows, or the month first. */
export function isOtherWriting(
  { value, raw }: Pick<PrintedField, 'value' | 'raw'>,
  told: string | null,
): boolean {
  if (typeof value !== 'string' || told === null) return false
  return isSwapped(value, told) || (isMonthAlone(value, told) && /\p{L}{3}/u.test(raw))
}

/** Whether two dates (ISO) are so alike that one is the other, altered or misread. */
export function isNearDate(one: string, other: string): boolean {
  return [...one].filter((digit, i) => digit !== other[i]).length <= NEAR_DATE_DIGITS_MAXIMUM
}

function isSwapped(value: string, told: string): boolean {
  const [year, month, day] = value.split('-')
  return `${year}-${day}-${month}` === told
}

function isMonthAlone(value: string, told: string): boolean {
  return value.slice(0, 4) === told.slice(0, 4) && value.slice(8) === told.slice(8)
}

function isLongBefore(value: string, end: string): boolean {
  return Number(end.slice(0, 4)) - Number(value.slice(0, 4)) > VALIDITY_YEARS_MAXIMUM
}
