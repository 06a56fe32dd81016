/** Characters that are hardly told apart though they are seen well: which of them it is, check digits and the grammar say. */
const ALIKE = ['0ODQ', '1I', '2Z', '5S', '6G', '8B']

/** A character of a zone and those that look like it. */
export function alikeCharacters(character: string): string {
  return ALIKE.find((group) => group.includes(character)) ?? character
}
