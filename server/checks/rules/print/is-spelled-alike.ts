import { NAME_SPELLINGS, nameWords } from '../../../../domain/name-words.ts'

/** Whether a printed name has just the letters of the zone's, in either way that zones write letters they do not have. */
export function isSpelledAlike(printed: string, zone: string): boolean {
  const told = zone.replaceAll(/[^A-Z]/g, '')
  return NAME_SPELLINGS.some((spelling) => nameWords(printed, spelling).join('') === told)
}
