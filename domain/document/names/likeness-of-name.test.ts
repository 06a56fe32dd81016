import { expect, test } from 'vitest'
import { likenessOfName } from './likeness-of-name.ts'

test.each([
  ['MARTIN', 'MARTIN', 'same'],
  ['MULLER', 'MUELLER', 'same'],
  ['MARTLN', 'MARTIN', 'misread'],
  ['MARTEL', 'MARTIN', 'other'],
  ['SCHMITZ', 'SCHMIDT', 'other'],
  ['LIE', 'LEE', 'other'],
  ['ANNE', 'ANNA', 'other'],
  ['MARIE', 'MARIA', 'misread'],
  ['ALEXANDERSEN', 'ALEXANDRASON', 'other'],
  ['', 'ADA', 'other'],
] as const)('likenessOfName() takes %s for %s as %s', (letters, told, likeness) => {
  expect(likenessOfName(letters, told)).toBe(likeness)
})
