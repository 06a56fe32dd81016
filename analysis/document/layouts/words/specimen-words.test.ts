import { expect, test } from 'vitest'
import { findSpecimenLines } from './specimen-words.ts'

const found = (...texts: string[]) => findSpecimenLines(texts.map((text) => ({ text, confidence: 0.9 })))

test.each(['SPECIMEN', 'Spécimen', 'SPECIMEN · SPECIMEN', 'ÖRNEK', 'FAC-SIMILE', '* MUSTER *'])(
  'findSpecimenLines() finds %s',
  (text) => {
    expect(found('REPUBLIQUE', text)).toEqual([{ text, confidence: 0.9 }])
  },
)

test.each(['MUSTERMANN', 'SPECIMEN ANNA', 'RUE DU SPECIMEN', '12 MUSTER', 'MUSTER ERIKA', ''])(
  'findSpecimenLines() passes over "%s", where the word is part of more',
  (text) => {
    expect(found(text)).toEqual([])
  },
)

test('findSpecimenLines() gives the surest of several of a word, and each word', () => {
  const lines = [
    { text: 'SPECIMEN', confidence: 0.6 },
    { text: 'SPECIMEN', confidence: 0.97 },
    { text: 'MUSTER', confidence: 0.99 },
  ]
  expect(findSpecimenLines(lines)).toEqual([lines[1], lines[2]])
})
