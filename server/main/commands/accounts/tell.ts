/** A value that a command tells. */
export type Told = string | number | boolean | Date | null

/** Tells one thing, a name and a value a line, or as JSON. */
export function tellOne(facts: Record<string, Told>, { json }: { json?: boolean }): void {
  write(json ? JSON.stringify(facts, null, 2) : writeLines(facts))
}

/** Tells a list, a thing a line under its headings, or as JSON. */
export function tellMany(list: Record<string, Told>[], { json }: { json?: boolean }): void {
  write(json ? JSON.stringify(list, null, 2) : writeTable(list))
}

function writeLines(facts: Record<string, Told>): string {
  const width = Math.max(...Object.keys(facts).map((name) => name.length))
  return Object.entries(facts)
    .map(([name, value]) => `${name.padEnd(width)}  ${show(value)}`)
    .join('\n')
}

function writeTable(list: Record<string, Told>[]): string {
  if (list.length === 0) return 'None'
  const names = Object.keys(list[0])
  const rows = [names, ...list.map((facts) => names.map((name) => show(facts[name])))]
  const widths = names.map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** What a terminal shows: control characters of a name are not for it to obey. */
function show(value: Told): string {
  if (value === null) return '–'
  const text = value instanceof Date ? value.toISOString() : String(value)
  return text.includes('-----BEGIN') ? `\n${text.trimEnd()}` : text.replaceAll(/\p{Cc}/gu, '?')
}

function write(text: string): void {
  process.stdout.write(`${text}\n`)
}
