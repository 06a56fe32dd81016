import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyProject } from './copy-project.ts'

let root: string
let folder: string

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'project-'))
  execFileSync('git', ['init', '-q'], { cwd: root })
  for (const name of ['node_modules/door', 'build/app', 'build/people/ada']) {
    mkdirSync(join(root, name), { recursive: true })
    writeFileSync(join(root, name, 'made.txt'), 'made')
  }
  writeFileSync(join(root, '.gitignore'), 'node_modules\nbuild\n')
  writeFileSync(join(root, 'door.ts'), 'open()')
  folder = copyProject(root)
})
afterAll(() => {
  for (const made of [folder, root]) rmSync(made, { recursive: true })
})

test('a copy has the sources, what is installed and what is built', () => {
  for (const path of [
    'door.ts',
    'node_modules/door/made.txt',
    'build/app/made.txt',
    'build/people/ada/made.txt',
  ]) {
    expect(existsSync(join(folder, path)), path).toBe(true)
  }
})

test('a copy that is edited and built anew leaves the project as it was', () => {
  writeFileSync(join(folder, 'door.ts'), 'shut()')
  writeFileSync(join(folder, 'build/app/made.txt'), 'made anew')
  writeFileSync(join(folder, 'build/new.txt'), 'new')
  expect(readFileSync(join(root, 'door.ts'), 'utf8')).toBe('open()')
  expect(readFileSync(join(root, 'build/app/made.txt'), 'utf8')).toBe('made')
  expect(existsSync(join(root, 'build/new.txt'))).toBe(false)
})
