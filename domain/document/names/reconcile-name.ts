import { NAME_SPELLINGS, nameWords } from '../../name-words.ts'

/** Letters whose capitals the recogniser does not know, by how zones spell them and how it reads them (ICAO 9303-3 §6.A). */
const RESTORED: readonly (readonly [zone: string, read: string, letter: string])[] = [
  ['AE', 'A', 'Ä'],
  ['AA', 'A', 'Å'],
  ['OE', 'O', 'Ö'],
  ['UE', 'U', 'Ü'],
  ['SS', 'B', 'ß'],
  ['TH', 'P', 'Þ'],
  ['NXX', 'N', 'Ñ'],
  ['UXX', 'U', 'Ü'],
  ['DJ', 'D', 'Đ'],
]

/**
 * A printed name with the letters given back that the recogniser lacks, where the zone's spelling tells of them: print
 * that was read as JORG and a zone that says JOERG are JÖRG. As read where the zone says something else.
 */
export function reconcileName(read: string, zone: string): string {
  if (isSameName(read, zone)) return read
  const plain = [...read.normalize('NFD').replace(/\p{M}/gu, '')]
  const letters = [...read.normalize('NFC')]
  const target = zone.replace(/[^A-Z]/g, '')
  let at = 0
  const restored = letters.map((letter, i) => {
    const bare = plain[i] ?? letter
    if (!/[A-Z]/.test(bare)) return letter
    const mark = RESTORED.find(([spelled, asRead]) => asRead === bare && target.startsWith(spelled, at))
    const isOwn = target[at] === bare && (mark === undefined || isNext(letters, i, mark[0]))
    at += isOwn ? 1 : (mark?.[0].length ?? 1)
    return isOwn || mark === undefined ? letter : mark[2]
  })
  const name = restored.join('')
  return isSameName(name, zone) ? name : read
}

/** Whether the print itself goes on as the zone spells, so that nothing is to be restored. */
function isNext(letters: readonly string[], i: number, spelled: string): boolean {
  return letters[i + 1]?.normalize('NFD')[0] === spelled[1]
}

/** Whether a printed name is spelled by a zone, which may cut it short. */
export function isSameName(printed: string, zone: string): boolean {
  const target = zone.replace(/[^A-Z]/g, '')
  return NAME_SPELLINGS.some((spelling) => nameWords(printed, spelling).join('') === target)
}
