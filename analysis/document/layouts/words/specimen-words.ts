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

/** The surest line that says such a word and nothing else, once or several times; null where none does. */
export function findSpecimenLine(
  lines: readonly Pick<TextReading, 'text' | 'confidence'>[],
): SpecimenLine | null {
  const [surest] = lines
    .filter(({ text }) => isOfSpecimens(text))
    .toSorted((a, b) => b.confidence - a.confidence)
  return surest ? { text: surest.text, confidence: surest.confidence } : null
}

function isOfSpecimens(text: string): boolean {
  const words = text
    .normalize('NFD')
    .replace(/[\p{M}-]/gu, '')
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  return words.length > 0 && words.every((word) => word === words[0] && SPECIMEN_WORDS.includes(word))
}
