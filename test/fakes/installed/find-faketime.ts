import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const LIBRARIES = '/usr/lib'
const NAME = 'faketime/libfaketimeMT.so.1'

/** The library that shows processes another time (Debian's faketime); null, said aloud, when there is none. */
export function findFaketime(): string | null {
  const folders = existsSync(LIBRARIES)
    ? readdirSync(LIBRARIES).filter((name) => name.includes('-linux-'))
    : []
  const found = folders.map((name) => join(LIBRARIES, name, NAME)).find((path) => existsSync(path))
  if (!found) console.warn("SKIPPED: what needs another time; it needs Debian's faketime")
  return found ?? null
}
