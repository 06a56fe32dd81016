import { heightOf, type LettersInk } from './_letters-ink.ts'
import type { InkPart, LineInk } from './_line-ink.ts'
import { nameMark } from './_name-mark.ts'

/** Letters that marks stand over, and those whose dots are none; others are left as read. */
const MARKED = /^[ACDEIJNORSTUYZ]$/
const DOTTED = /^[ij]$/
/** A dot is at most this many times as wide as high: what is wider is a roof over a small i. */
const DOT_SHAPE = 1.5
/** Most of a mark, heights of capitals. */
const MARK_SIZE = { height: 0.42, width: 0.95 }
/** A mark's lower end is this near its letter, its upper end not further off, heights of capitals. */
const MARK_PLACE = { into: 0.12, over: 0.26, reach: 0.48, aside: 0.12 }
/** A character stands at most this far from the ink that it was read in, heights of capitals. */
const MAX_OFF = 0.45
/** A cedilla hangs this far under its line at least, heights of capitals, and this near to its letter's middle. */
const CEDILLA = { drop: 0.13, aside: 0.28 }
const CEDILLA_MARK = '\u0327'

/** Gives letters the marks that stand over or under them in the ink; what looks like none changes nothing. */
export function restoreMarks(text: string, ink: LettersInk): string {
  const marks = new Map<number, InkPart[]>()
  for (const placed of standingOver(ink)) {
    const at = characterOf(text, placed, ink)
    if (at !== null) marks.set(at, [...(marks.get(at) ?? []), placed.mark])
  }
  const characters = [...text].map((character, i) => {
    const parts = marks.get(i)
    if (parts) return withMark(character, parts, ink)
    return /^c$/i.test(character) && hasCedilla(ink.xs[i], ink)
      ? composed(character, character + CEDILLA_MARK)
      : character
  })
  return characters.join('')
}

/** Ink that may be a mark, and the letter that it stands over. */
interface PlacedMark {
  mark: InkPart
  letter: InkPart
}

/** Parts over letters, as marks stand there. */
function standingOver({ parts, letters, capital }: LettersInk): PlacedMark[] {
  const small = parts.filter(
    (part) =>
      heightOf(part) <= MARK_SIZE.height * capital && part.right - part.left <= MARK_SIZE.width * capital,
  )
  return small.flatMap((mark) => {
    const middle = (mark.left + mark.right) / 2
    const letter = letters.find(({ left, top, right }) => {
      const isOver = middle > left - MARK_PLACE.aside * capital && middle < right + MARK_PLACE.aside * capital
      const isNear =
        mark.bottom < top + MARK_PLACE.into * capital && mark.bottom > top - MARK_PLACE.over * capital
      return isOver && isNear && top - mark.top < MARK_PLACE.reach * capital && mark.top < top
    })
    return letter ? [{ mark, letter }] : []
  })
}

/** The character that was read where a mark's letter stands: of several the nearest to the mark. */
function characterOf(text: string, { mark, letter }: PlacedMark, { xs, capital }: LettersInk): number | null {
  const x = (mark.left + mark.right) / 2
  const reach = MAX_OFF * capital
  let best: number | null = null
  xs.forEach((place, i) => {
    if (place < letter.left - reach || place > letter.right + reach) return
    if (!MARKED.test(plainOf(text[i]).toUpperCase())) return
    if (best === null || Math.abs(place - x) < Math.abs(xs[best] - x)) best = i
  })
  return best !== null && Math.abs(xs[best] - x) < 2 * reach ? best : null
}

function withMark(character: string, parts: readonly InkPart[], { width }: LineInk): string {
  const base = plainOf(character)
  if (DOTTED.test(base) && parts.length === 1 && isDot(parts[0])) return character
  const mark = nameMark(parts, { letter: base.toUpperCase(), width })
  return mark === null ? character : composed(character, base + mark)
}

function isDot(part: InkPart): boolean {
  return part.right - part.left <= DOT_SHAPE * heightOf(part)
}

function plainOf(character: string): string {
  return character.normalize('NFD')[0]
}

/** The marked letter where it is one character, else the letter as it was read. */
function composed(character: string, marked: string): string {
  const one = marked.normalize('NFC')
  return one.length === 1 ? one : character
}

/** Whether the letter at a place has ink under the line, beneath its middle. */
function hasCedilla(x: number, ink: LettersInk): boolean {
  const from = ink.baseline + CEDILLA.drop * ink.capital
  const part = ink.letters.find(({ left, right }) => x >= left && x < right)
  const below = part && middleBelow(part, from, ink)
  if (!part || below === null || below === undefined) return false
  return Math.abs(below - (part.left + part.right) / 2) < CEDILLA.aside * ink.capital
}

/** The middle of what of a part hangs below a height, px from the left; null where nothing does. */
function middleBelow({ pixels }: InkPart, from: number, { width }: LineInk): number | null {
  const below = pixels.filter((pixel) => pixel >= Math.round(from) * width)
  return below.length === 0 ? null : below.reduce((sum, pixel) => sum + (pixel % width), 0) / below.length
}
