import { expect, test } from 'vitest'
import { parseSource } from '../sources/parse-source.ts'
import { findUndocumented } from './find-undocumented.ts'

test('findUndocumented() is content with a doc on every kind of export', () => {
  const text = [
    '/** A. */\nexport const a = 1',
    '/** B. */\nexport function b() {}',
    '/**\n * C: more.\n */\nexport interface C {}',
    '/** D. */\nexport type D = string',
    '/** E. */\nexport class E {}',
    'const inner = 1',
    'export { inner }',
    "export { other } from './other.ts'",
  ].join('\n\n')
  expect(findUndocumented(parseSource({ path: 'domain/a.ts', text }))).toEqual([])
})

test.each([
  ['nothing', 'export const a = 1'],
  ['a line comment', '// A.\nexport const a = 1'],
  ['a plain block', '/* A. */\nexport const a = 1'],
  ['an empty doc', '/** */\nexport const a = 1'],
  ['a doc of something else', '/** B. */\nconst b = 2\nexport const a = 1'],
  ['a doc with a gap', '/** About the file. */\n\nexport const a = 1'],
])('findUndocumented() flags an export that has %s', (_, text) => {
  const found = findUndocumented(parseSource({ path: 'domain/a.ts', text }))
  expect(found).toEqual([expect.stringMatching(/^domain\/a\.ts:\d export const a = 1$/)])
})
