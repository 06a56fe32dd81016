/** The date as YYYY-MM-DD, or undefined when the calendar has no such day. */
export function isoDate(year: string, month: string, day: string): string | undefined {
  const iso = `${year}-${month}-${day}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined
}
