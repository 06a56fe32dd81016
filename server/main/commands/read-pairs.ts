import type { FilePair } from './compare-files.ts'
import { FileFault } from './footage/file-fault.ts'
import { readBytes } from './footage/read-bytes.ts'
import { tellFault } from './told-file.ts'

/** Most pairs of a list, and the longest list, bytes. */
const MAX_PAIRS = 100_000
const MAX_LIST_BYTES = 16 * 1024 * 1024
const HEADING = /^\s*"?a"?\s*,\s*"?b"?\s*(,|$)/i
/** A cell in quotation marks, which are doubled inside, or one without (RFC 4180 §2); the comma before the next, or the end. */
const CELL = /\s*(?:"((?:[^"]|"")*)"|([^",]*?))\s*(,|$)/y

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

/** Null for a row whose quotation marks do not close. */
function cellsOf(row: string): string[] | null {
  const cells: string[] = []
  CELL.lastIndex = 0
  for (;;) {
    const found = CELL.exec(row)
    if (found === null) return null
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2])
    if (found[3] === '') return cells
  }
}
