/** Texts that need no looking at. */
const PLAIN = /^[\x20-\x7e]*$/
/** Scripts that are set from left to right letter by letter; others need shaping that is not done here. */
const SET_PLAINLY =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u
/** Marks that turn the direction of a text around (Unicode Standard Annex #9 §2); they could disguise it. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** A text as it can be printed; `faithful` when no character had to be named by its number. */
export interface PrintableText {
  printed: string
  fidelity: 'faithful' | 'named'
}

/**
 * What to print for a text: the characters that the typeface lacks, or that it cannot set right, are named by
 * their Unicode numbers between ‹ and ›, so that nothing is ever shown as an empty box.
 */
export function printableText(text: string, hasGlyph: (codePoint: number) => boolean): PrintableText {
  if (PLAIN.test(text)) return { printed: text, fidelity: 'faithful' }
  const plain = text
    .normalize('NFC')
    .replaceAll(DIRECTION_MARKS, '')
    .replaceAll(/\p{Cc}+/gu, ' ')
  let printed = ''
  let named: string[] = []
  let fidelity: PrintableText['fidelity'] = 'faithful'
  const endNamed = () => {
    if (named.length > 0) printed += `‹${named.join(' ')}›`
    named = []
  }
  for (const character of plain) {
    if (SET_PLAINLY.test(character) && hasGlyph(codeOf(character))) {
      endNamed()
      printed += character
    } else {
      fidelity = 'named'
      named.push(`U+${codeOf(character).toString(16).toUpperCase().padStart(4, '0')}`)
    }
  }
  endNamed()
  return { printed, fidelity }
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0
}
