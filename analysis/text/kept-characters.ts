/** Characters of European print; the others that the recogniser of print knows, Chinese for the most part, are on no field. */
export const EUROPEAN = /^[\p{Script=Latin}\p{M}0-9 .,:;'’´`"()/°*+<>#&=?!_-]$/u
/** Characters that are the filler of a zone drawn another way. */
export const FILLER_SHAPES = '＜《〈く≤«‹'

/** A character of the recogniser of print, and its place in its dictionary. */
export interface KeptCharacter {
  character: string
  index: number
}

/** The characters of a dictionary, one a line, that readings ask for, in its order. */
export function keptCharacters(dictionary: Uint8Array): KeptCharacter[] {
  return charactersOf(dictionary).flatMap((character, index) =>
    EUROPEAN.test(character) || FILLER_SHAPES.includes(character) ? [{ character, index }] : [],
  )
}

/** The classes of the recogniser that stand for them: the blank comes first, the space after its whole dictionary. */
export function keptClasses(dictionary: Uint8Array): number[] {
  const letters = keptCharacters(dictionary).map(({ index }) => index + 1)
  return [0, ...letters, charactersOf(dictionary).length + 1]
}

function charactersOf(dictionary: Uint8Array): string[] {
  const lines = new TextDecoder().decode(dictionary).split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}
