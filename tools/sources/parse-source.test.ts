import { expect, test } from 'vitest'
import { parseSource } from './parse-source.ts'

test('parseSource() finds types, re-exports and side effects among the specifiers, each once', () => {
  const text = [
    "import type { A } from './a.ts'",
    "import { B } from './b.ts'",
    "import './c.ts'",
    "export { D } from './d.ts'",
    "export type { E } from './b.ts'",
    "// import './not.ts'",
  ].join('\n')
  const { specifiers } = parseSource({ path: 'domain/x.ts', text })
  expect(specifiers.sort()).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts'])
})

test('parseSource() knows the line of every offset', () => {
  const text = 'one\ntwo\n\nfour'
  const { lineAt } = parseSource({ path: 'domain/x.ts', text })
  const lines = [...text].map((_, offset) => lineAt(offset))
  expect(lines).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 3, 4, 4, 4, 4])
})

test('parseSource() names the file that has no sense', () => {
  expect(() => parseSource({ path: 'domain/x.ts', text: 'export const =' })).toThrow('Parse domain/x.ts')
})
