/** Months as documents print them, by their first letters: English, French, German, Spanish (ICAO 9303-3 §3.3). */
const MONTHS: readonly (readonly string[])[] = [
  ['JAN', 'ENE'],
  ['FEB', 'FEV', 'FEV'],
  ['MAR', 'MAE'],
  ['APR', 'AVR', 'ABR'],
  ['MAY', 'MAI'],
  ['JUN', 'JUIN'],
  ['JUL', 'JUIL'],
  ['AUG', 'AOU', 'AGO'],
  ['SEP'],
  ['OCT', 'OKT'],
  ['NOV'],
  ['DEC', 'DEZ', 'DIC'],
]
/** Years that a person alive or a document valid may have. */
const YEARS = { from: 1890, to: 2130 }

/** A printed date as YYYY-MM-DD; null when the text has none, or one that no calendar has. */
export function parsePrintedDate(text: string): string | null {
  const digits = text.replace(/[Oo](?=[\d. ])|(?<=\d)[Oo]/g, '0').replace(/(?<=\d)[Il|]|[Il|](?=\d)/g, '1')
  const numeric = digits.match(/(?<!\d)(\d{2})[., /-]*(\d{2})[., /-]*(\d{4})(?!\d)/)
  if (numeric) return isoDate(numeric[3], numeric[2], numeric[1])
  const named = digits
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .match(/(\d{1,2})[. ]*([A-Z]{3,4})[A-Z]*[. /]*(?:[A-Z]{3,9}[. ]*)?(\d{4})/)
  if (!named) return null
  const month = MONTHS.findIndex((names) => names.some((name) => named[2].startsWith(name)))
  return month < 0 ? null : isoDate(named[3], String(month + 1), named[1])
}

function isoDate(year: string, month: string, day: string): string | null {
  if (Number(year) < YEARS.from || Number(year) > YEARS.to) return null
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  return isReal ? date.toISOString().slice(0, 10) : null
}
