import { execFileSync } from 'node:child_process'
import {
  constants,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Folders that a copy shares with the project: what is installed, and what is drawn once under a name of its content. */
const SHARED = ['node_modules', 'build/people']

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
  copyBuild(root, folder)
  for (const name of SHARED) {
    if (existsSync(join(root, name))) symlinkSync(join(root, name), join(folder, name))
  }
  return folder
}

/** What is built is copied, so that an edited copy that builds anew leaves the project's own alone. */
function copyBuild(root: string, folder: string): void {
  const built = existsSync(join(root, 'build')) ? readdirSync(join(root, 'build')) : []
  mkdirSync(join(folder, 'build'), { recursive: true })
  for (const path of built.map((name) => join('build', name))) {
    if (SHARED.includes(path)) continue
    cpSync(join(root, path), join(folder, path), { recursive: true, mode: constants.COPYFILE_FICLONE })
  }
}
