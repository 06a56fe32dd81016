import { type Dirent, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Folders with nothing of our own writing in them. */
const FOREIGN_FOLDERS = new Set(['node_modules', '.git', 'build', 'dist', 'data', 'results'])

/** Paths, from the root and with `/`, of every file below a folder; none when there is no such folder. */
export function walkFiles(root: string, folder: string): string[] {
  const entries: Dirent[] = existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { withFileTypes: true })
    : []
  return entries.flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return FOREIGN_FOLDERS.has(entry.name) ? [] : walkFiles(root, path)
    return entry.isFile() ? [path] : []
  })
}
