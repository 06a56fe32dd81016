import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findRowFaults } from './find-row-faults.ts'

const ROW = {
  line: 7,
  rule: 'Doors open',
  test: { file: 'door.test.ts', name: 'a door opens' },
  switchOff: { file: 'door.ts', find: 'open()', replace: 'close()' },
}
let root: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'rows-'))
  await writeFile(join(root, 'door.ts'), 'open()\nknock()\nknock()\n')
  await writeFile(
    join(root, 'door.test.ts'),
    "test('a door opens', f)\ntest.each(ALL)('%s of the house shuts', f)\n",
  )
})
afterAll(() => rm(root, { recursive: true }))

test('finds nothing wrong with a row whose test and edit are there', () => {
  expect(findRowFaults(root, ROW)).toEqual([])
  const fromTemplate = { ...ROW, test: { ...ROW.test, name: 'the back door of the house shuts' } }
  expect(findRowFaults(root, fromTemplate)).toEqual([])
})

test.each([
  [
    'a test that no file has',
    { test: { file: 'door.test.ts', name: 'a door sings' } },
    'no test "a door sings"',
  ],
  ['a file that is gone', { test: { file: 'gone.test.ts', name: 'a door opens' } }, 'no gone.test.ts'],
  ['an edit that fits nowhere', { switchOff: { ...ROW.switchOff, find: 'lock()' } }, 'stands 0 times'],
  ['an edit that fits twice', { switchOff: { ...ROW.switchOff, find: 'knock()' } }, 'stands 2 times'],
  ['an edit that changes nothing', { switchOff: { ...ROW.switchOff, replace: 'open()' } }, 'changes nothing'],
])('tells of %s', (_what, change, told) => {
  const faults = findRowFaults(root, { ...ROW, ...change })
  expect(faults).toHaveLength(1)
  expect(faults[0]).toContain(told)
})
