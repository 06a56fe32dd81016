import type { SpecimenLine } from '../../../../domain/document/print-facts.ts'
import type { TextReading } from '../../../text/decode-text.ts'

/**
 * What states print over documents that are of nobody, in the languages of those whose layouts and titles are known, without
 * marks: as in the Council's public register of documents (PRADO). In letters of the Latin alphabet.
 */
const SPECIMEN_WORDS: readonly string[] = [
  'SPECIMEN',
  'ESPECIMEN',
  'ESPECIME',
  'FACSIMILE',
  'MINTA',
  'MODELE',
  'MUESTRA',
  'MUSTER',
  'NAIDIS',
  'ORNEK',
  'PARAUGS',
  'PAVYZDYS',
  'UZORAK',
  'VZOR',
  'VZOREC',
  'WZOR',
]

/** Of each such word the surest line that says it and nothing else, once or several times: one may be a name, and another not. */
export function findSpecimenLines(
  lines: readonly Pick<TextReading, 'text' | 'confidence'>[],
): SpecimenLine[] {
  const surest = lines.toSorted((a, b) => b.confidence - a.confidence)
  return SPECIMEN_WORDS.flatMap((word) => {
    const line = surest.find(({ text }) => saysOnly(word, text))
    return line ? [{ text: line.text, confidence: line.confidence }] : []
  })
}

function saysOnly(word: string, text: string): boolean {
  const words = text
    .normalize('NFD')
    .replace(/[\p{M}-]/gu, '')
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  return words.length > 0 && words.every((one) => one === word)
}
