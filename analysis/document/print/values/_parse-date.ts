import { type DateMeaning, readMrzDate } from '../../../mrz/format/mrz-date.ts'
import { MONTH_ABBREVIATIONS, MONTH_BEGINNINGS } from '../../layouts/words/months.ts'

/** Years that a person alive or a document valid may have. */
const YEARS = { from: 1890, to: 2130 }

/** Day, month and year in figures, and the other way round as ISO 8601 has them; digits beside them belong to something else. */
const DAY_FIRST = /(?<!\d)(\d{2})[., /-]*(\d{2})[., /-]*(\d{4})(?!\d)/
const YEAR_FIRST = /(?<!\d)(\d{4})[., /-]+(\d{2})[., /-]+(\d{2})(?!\d)/
const SHORT = /(?<!\d)(\d{2})[., /-]+(\d{2})[., /-]+(\d{2})(?!\s*\d)/
/** A day, its month in letters in one language or two, whose oblique may be misread, as with a stroke before it, and a year. A word is no two. */
const NAMED =
  /(?<!\d)(\d{1,2})[. ]*([A-Z]{3,12})(?![A-Z])(?:[. ]*-?[/|17]?[. ]*([A-Z]{3,12}))?[. /]*(\d{4}|\d{2}(?!\s*\d))(?!\d)/

/** What a printed date is of, and the day (ISO date) that decides the century of a year of two digits. */
export interface DateSense {
  meaning: DateMeaning
  today: string
  /** The layout's own words for months, from January on. */
  months?: readonly (readonly string[])[]
}

/** A printed date as YYYY-MM-DD; null when the text has none, or one that no calendar has. */
export function parsePrintedDate(text: string, sense: DateSense): string | null {
  const digits = withDigits(text)
  const numeric = digits.match(DAY_FIRST)
  if (numeric) return isoDate({ year: numeric[3], month: numeric[2], day: numeric[1] }, sense)
  const inverse = digits.match(YEAR_FIRST)
  if (inverse) return isoDate({ year: inverse[1], month: inverse[2], day: inverse[3] }, sense)
  const short = digits.match(SHORT)
  if (short) return isoDate({ year: short[3], month: short[2], day: short[1] }, sense)
  const named = plain(digits).match(NAMED)
  if (!named) return null
  const month = monthOf(named[3], sense) ?? monthOf(named[2], sense)
  return month === null ? null : isoDate({ year: named[4], month, day: named[1] }, sense)
}

/** Digits that were read as letters: those that stand beside a digit and beside no letter, as in a month they would. */
function withDigits(text: string): string {
  return text
    .replace(/(?<!\p{L})[Oo](?=[\d. ])|(?<=\d)[Oo](?!\p{L})/gu, '0')
    .replace(/(?<=\d)[Il|](?!\p{L})|(?<!\p{L})[Il|](?=\d)/gu, '1')
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
}

/** Of a month in two languages the second is the one that travellers read. */
function monthOf(word: string | undefined, { months = [] }: DateSense): string | null {
  if (word === undefined) return null
  const found = [
    months.findIndex((names) => names.some((name) => plain(name) === word)),
    MONTH_ABBREVIATIONS.findIndex((names) => names.includes(word)),
    monthBegunBy(word),
  ]
  const month = found.find((index) => index >= 0)
  return month === undefined ? null : String(month + 1)
}

/** By the longest beginning; -1 when it is none. */
function monthBegunBy(word: string): number {
  const lengths = MONTH_BEGINNINGS.map((names) =>
    Math.max(0, ...names.filter((name) => word.startsWith(name)).map((name) => name.length)),
  )
  const longest = Math.max(...lengths)
  return longest === 0 ? -1 : lengths.indexOf(longest)
}

function isoDate(
  { year, month, day }: { year: string; month: string; day: string },
  { meaning, today }: DateSense,
): string | null {
  if (year.length === 2)
    return readMrzDate(year + month.padStart(2, '0') + day.padStart(2, '0'), meaning, today)
  if (Number(year) < YEARS.from || Number(year) > YEARS.to) return null
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  return isReal ? date.toISOString().slice(0, 10) : null
}
