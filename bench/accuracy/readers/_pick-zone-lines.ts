/** Lengths of the lines of a zone, the longest first, and how many lines each kind has. */
const LENGTHS = [
  { length: 44, least: 40, lines: 2 },
  { length: 36, least: 33, lines: 2 },
  { length: 30, least: 24, lines: 3 },
]
const MIN_LENGTH = 24

/** The lines of a zone in what a reader of general text gives back, or null where there are too few. */
export function pickZoneLines(text: string): string[] | null {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/\s/g, '').replace(/[«‹]/g, '<').toUpperCase())
    .filter((line) => line.length >= MIN_LENGTH && /<<|\d{6}/.test(line))
  for (const { length, least, lines: count } of LENGTHS) {
    const long = lines.filter((line) => line.length >= least)
    if (long.length >= count) return long.slice(-count).map((line) => toLength(line, length))
  }
  return null
}

/** Fillers at the end are miscounted easily: as many as the format has. */
function toLength(line: string, length: number): string {
  if (line.length < length) return line.endsWith('<') ? line.padEnd(length, '<') : line
  return line.replace(/<+$/, (fillers) =>
    fillers.slice(0, Math.max(0, length - line.length + fillers.length)),
  )
}
