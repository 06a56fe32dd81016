import type { FilePair } from './compare-files.ts'
import { FileFault } from './footage/file-fault.ts'
import { readBytes } from './footage/read-bytes.ts'
import { tellFault } from './told-file.ts'

/** Most pairs of a list, and the longest list, bytes. */
const MAX_PAIRS = 100_000
const MAX_LIST_BYTES = 16 * 1024 * 1024
const HEADING = /^\s*"?a"?\s*,\s*"?b"?\s*(,|$)/i

/**
 * Pairs of a list: a row `a,b` each, names with commas in quotation marks, further columns ignored; a first row of these names
 * is a heading. A row that has not two files is told and left out. Throws a FileFault when the list cannot be read or is empty.
 */
export async function readPairs(path: string): Promise<FilePair[]> {
  const text = new TextDecoder().decode(await readBytes(path, MAX_LIST_BYTES))
  const rows = text.split(/\r\n|\n|\r/).map((row, index) => ({ row, number: index + 1 }))
  const written = rows.filter(({ row, number }) => row.trim() !== '' && !(number === 1 && HEADING.test(row)))
  if (written.length === 0) throw new FileFault('The list is empty')
  if (written.length > MAX_PAIRS) throw new FileFault(`The list has more than ${MAX_PAIRS} pairs`)
  return written.flatMap(({ row, number }) => {
    const [a, b] = cellsOf(row) ?? []
    if (a && b) return [{ a, b }]
    tellFault(path, new FileFault(`Row ${number} of the list has not two files`))
    return []
  })
}

/** Null for a row whose quotation marks do not close, or stand inside a cell that has none around it. */
function cellsOf(row: string): string[] | null {
  const cells: string[] = []
  for (let at = 0; at <= row.length; ) {
    const cell = cellAt(row, at)
    if (cell === null) return null
    cells.push(cell.text)
    at = cell.end + 1
  }
  return cells
}

/** A cell in quotation marks, which are doubled inside, or one without (RFC 4180 §2); it ends at a comma or with its row. */
function cellAt(row: string, at: number): { text: string; end: number } | null {
  const end = commaFrom(row, at)
  const text = row.slice(at, end).trim()
  if (!text.startsWith('"')) return text.includes('"') ? null : { text, end }
  return quotedCellAt(row, row.indexOf('"', at))
}

function quotedCellAt(row: string, mark: number): { text: string; end: number } | null {
  let closing = row.indexOf('"', mark + 1)
  while (closing >= 0 && row[closing + 1] === '"') closing = row.indexOf('"', closing + 2)
  if (closing < 0) return null
  const end = commaFrom(row, closing + 1)
  if (row.slice(closing + 1, end).trim() !== '') return null
  return { text: row.slice(mark + 1, closing).replaceAll('""', '"'), end }
}

function commaFrom(row: string, at: number): number {
  const comma = row.indexOf(',', at)
  return comma < 0 ? row.length : comma
}
