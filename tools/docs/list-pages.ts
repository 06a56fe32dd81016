import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { walkFiles } from '../sources/walk-files.ts'
import type { Page } from './find-dead-links.ts'

/** Every Markdown page of the project, sorted by path. */
export function listPages(root: string): Page[] {
  return walkFiles(root, '')
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}
