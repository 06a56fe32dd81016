import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { walkFiles } from './walk-files.ts'

/** A source file: its path from the project's root, with `/`, and its text. */
export interface SourceFile {
  path: string
  text: string
}

/** Folders that hold sources; everything else is built, stored or rented. */
const SOURCE_FOLDERS = [
  'domain',
  'analysis',
  'server',
  'capture-app',
  'dashboard',
  'sdk',
  'test',
  'bench',
  'tools',
  'examples',
]

/** Every TypeScript source under a root, sorted by path; declaration files are left out. */
export function listSources(root: string): SourceFile[] {
  return SOURCE_FOLDERS.flatMap((folder) => walkFiles(root, folder))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}
