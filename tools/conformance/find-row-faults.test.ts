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
    `// 'a door creaks' is no test
test('a door opens', () => open()) // a door groans
test("a door's bell rings", f)
test('a neighbour\\'s door opens', f)
test.each(ALL)('%s of the house shuts', f)
test.each(ALL)('Shut are: %s', f)
test.each(ALL)('%s', f)
test.each(ALL)('$name: %s', f)
`,
  )
})
afterAll(() => rm(root, { recursive: true }))

test('finds nothing wrong with a row whose test and edit are there', () => {
  expect(findRowFaults(root, ROW)).toEqual([])
})

test.each([
  'the back door of the house shuts',
  "a door's bell rings",
  "a neighbour's door opens",
  'Shut are',
])('finds the test %j', (name) => {
  expect(findRowFaults(root, { ...ROW, test: { ...ROW.test, name } })).toEqual([])
})

test.each(['a door creaks', 'a door groans', 'a door', 'door: open'])(
  'takes %j, which no test is named, for none',
  (name) => {
    expect(findRowFaults(root, { ...ROW, test: { ...ROW.test, name } })).toHaveLength(1)
  },
)

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
