import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Folders that a copy shares with the project: what is installed and what is built. */
const SHARED = ['node_modules', 'build']

/** Copies the project's files as they are now into a temporary folder, where they can be edited. */
export function copyProject(root: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'vidimus-conformance-'))
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  })
  for (const path of listed.toString('utf8').split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    copyFileSync(join(root, path), join(folder, path))
  }
  for (const name of SHARED) symlinkSync(join(root, name), join(folder, name))
  return folder
}
