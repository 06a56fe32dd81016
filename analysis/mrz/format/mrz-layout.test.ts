import { expect, test } from 'vitest'
import { isNameCut } from '../../../domain/document/names/is-name-cut.ts'
import { MRZ_LAYOUTS, type MrzLayout } from './mrz-layout.ts'

const NAMES = ['lastName', 'firstNames'] as const

/** The lines of a zone full of letters, with what is given in the field of a name. */
function linesWith({ lines }: MrzLayout, name: (typeof NAMES)[number], fill: (length: number) => string) {
  const named = lines.flat().some((part) => part.name === name) ? name : 'names'
  return lines.map((line) =>
    line.map((part) => (part.name === named ? fill(part.length) : 'A'.repeat(part.length))).join(''),
  )
}

test.each(
  Object.values(MRZ_LAYOUTS).flatMap((layout) => NAMES.map((name) => [layout.format, name, layout] as const)),
)('A zone of %s has its %s where isNameCut() looks for the end of them', (format, name, layout) => {
  const isCut = (fill: (length: number) => string) =>
    isNameCut({ format, lines: linesWith(layout, name, fill) }, name)
  expect(isCut((length) => '<'.repeat(length))).toBe(false)
  expect(isCut((length) => 'A'.padStart(length, '<'))).toBe(true)
  expect(isCut((length) => 'A<'.padStart(length, '<'))).toBe(true)
})
