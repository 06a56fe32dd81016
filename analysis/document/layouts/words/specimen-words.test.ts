import { expect, test } from 'vitest'
import { findSpecimenLine } from './specimen-words.ts'

const found = (...texts: string[]) => findSpecimenLine(texts.map((text) => ({ text, confidence: 0.9 })))

test.each(['SPECIMEN', 'Spécimen', 'SPECIMEN · SPECIMEN', 'ÖRNEK', 'FAC-SIMILE', '* MUSTER *'])(
  'findSpecimenLine() finds %s',
  (text) => {
    expect(found('REPUBLIQUE', text)).toEqual({ text, confidence: 0.9 })
  },
)

test.each(['MUSTERMANN', 'SPECIMEN ANNA', 'RUE DU SPECIMEN', '12 MUSTER', 'MUSTER ERIKA', ''])(
  'findSpecimenLine() passes over "%s", where the word is part of more',
  (text) => {
    expect(found(text)).toBeNull()
  },
)

test('findSpecimenLine() gives the surest of several', () => {
  const lines = [
    { text: 'SPECIMEN', confidence: 0.6 },
    { text: 'SPECIMEN', confidence: 0.97 },
  ]
  expect(findSpecimenLine(lines)?.confidence).toBe(0.97)
})
