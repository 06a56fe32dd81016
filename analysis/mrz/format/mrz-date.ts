/** How far ahead an expiry date can lie, years; what would lie further is of the century before. */
const LONGEST_VALIDITY_YEARS = 50

/** What a date says; it decides the century. */
export type DateMeaning = 'birth' | 'expiry' | 'issue'

/**
 * The ISO date (YYYY-MM-DD) of six digits YYMMDD, or null when a part is unknown (fillers) or no calendar has it
 * (ICAO 9303-3 §4.8). Dates of birth and issue are the latest that is not after today; dates of expiry
 * reach 50 years ahead. `today` is an ISO date.
 */
export function readMrzDate(text: string, meaning: DateMeaning, today: string): string | null {
  if (!/^\d{6}$/.test(text)) return null
  const todayYear = Number(today.slice(0, 4))
  const century = todayYear - (todayYear % 100)
  // Latest first: the first that is possible is the one.
  for (const start of [century + 100, century, century - 100]) {
    const year = start + Number(text.slice(0, 2))
    const date = `${year}-${text.slice(2, 4)}-${text.slice(4, 6)}`
    const isPossible = meaning === 'expiry' ? year <= todayYear + LONGEST_VALIDITY_YEARS : date <= today
    if (isPossible) return isCalendarDate(date) ? date : null
  }
  return null
}

function isCalendarDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(date)
}
