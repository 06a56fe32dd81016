import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawRows } from './draw-rows.ts'
import { mutateRow } from './mutate-row.ts'

const PROJECT = resolve(import.meta.dirname, '../../..')
const TIMEOUT_MS = 90_000
const ROW = {
  line: 1,
  rule: 'Doors open',
  test: { file: 'door.test.ts', name: 'a door opens' },
  switchOff: { file: 'door.ts', find: 'isOpen = true', replace: 'isOpen = false' },
}
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mutation-'))
  await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  await writeFile(join(folder, 'door.ts'), 'export const isOpen = true\nexport const colour = "red"\n')
  await writeFile(
    join(folder, 'door.test.ts'),
    `import { expect, test } from 'vitest'
import { isOpen } from './door.ts'
test('a door opens', () => expect(isOpen).toBe(true))
test('a door is never open', () => expect(isOpen).toBe(false))
`,
  )
})
afterAll(() => rm(folder, { recursive: true }))

test('a test that fails without its rule has caught it, and the file is as before', {
  timeout: TIMEOUT_MS,
}, async () => {
  expect(await mutateRow(folder, ROW)).toBe('caught')
  expect(await readFile(join(folder, 'door.ts'), 'utf8')).toContain('isOpen = true')
})

test('a test that passes all the same has missed it', { timeout: TIMEOUT_MS }, async () => {
  const painted = { file: 'door.ts', find: '"red"', replace: '"blue"' }
  expect(await mutateRow(folder, { ...ROW, switchOff: painted })).toBe('missed')
})

test('a file that an edit breaks proves nothing', { timeout: TIMEOUT_MS }, async () => {
  const broken = { file: 'door.ts', find: 'isOpen = true', replace: 'isOpen = = true' }
  expect(await mutateRow(folder, { ...ROW, switchOff: broken })).toBe('missed')
})

test('a test that fails anyway proves nothing', { timeout: TIMEOUT_MS }, async () => {
  const failing = { ...ROW, test: { ...ROW.test, name: 'a door is never open' } }
  expect(await mutateRow(folder, failing)).toBe('no test passes with the rule kept')
})

test('the same seed draws the same rows, none of them twice', () => {
  const rows = Array.from({ length: 30 }, (_, line) => ({ ...ROW, line }))
  const drawn = drawRows(rows, { count: 20, seed: 5 })
  expect(new Set(drawn.map(({ line }) => line)).size).toBe(20)
  expect(drawRows(rows, { count: 20, seed: 5 })).toEqual(drawn)
  expect(drawRows(rows, { count: 20, seed: 6 })).not.toEqual(drawn)
})
