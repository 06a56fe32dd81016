import { isoState } from '../../../domain/document/iso-state.ts'
import type { Template } from '../../../domain/document/print-facts.ts'
import type { MrzFacts } from '../../../domain/facts.ts'
import type { DocumentLayout, LayoutSide } from '../layouts/layout.ts'
import { LICENCE_STATES } from '../layouts/licence-states.ts'
import { findLabel, lettersOf } from './find-label.ts'
import type { TextLine } from './text-line.ts'

/** Words shorter than this say little: they count half. */
const TELLING_LENGTH = 5
/** What the words found must add up to for a side without a zone to be known. */
const MIN_SCORE = 1
/** How many of a side's words are its titles. */
const TITLES = 2
/** A number of a licence's field counts this much, when it begins a line. */
const NUMBER_WORTH = 0.25

/** A layout and the side of it. */
export interface KnownSide {
  layout: DocumentLayout
  side: LayoutSide
}

/** What is known of a side before its layout is. */
export interface SideClues {
  side: 'front' | 'back'
  lines: readonly TextLine[]
  mrz: MrzFacts | null
}

/** The layout of a side: the one its zone names, else the one most of whose words it has; null when none is known. */
export function knowLayout(layouts: readonly DocumentLayout[], clues: SideClues): KnownSide | null {
  const candidates = layouts.flatMap((layout) =>
    layout.sides.flatMap((side) => (side.side === clues.side ? [{ layout, side }] : [])),
  )
  const { mrz } = clues
  if (mrz?.checksValid) {
    // The first that fits: states' own stand before those of any state.
    return candidates.find(({ layout, side }) => isOfZone(layout, side, mrz)) ?? null
  }
  const anyStates = candidates.filter(({ layout }) => layout.country === null)
  const scored = candidates.map((known) => ({ known, score: scoreOf(known, clues.lines, anyStates) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), {
    known: null as KnownSide | null,
    score: 0,
  })
  return best.score >= MIN_SCORE ? best.known : null
}

function isOfZone(
  { zone, country }: DocumentLayout,
  { side }: LayoutSide,
  { format, lines, fields }: MrzFacts,
): boolean {
  if (zone?.format !== format || zone.side !== side) return false
  return (
    zone.codes.some((code) => lines[0].startsWith(code)) &&
    (country === null || country === fields.issuingState)
  )
}

/** How many of a side's words and labels stand in the lines, long ones counting fully. */
function scoreOf(
  { layout, side }: KnownSide,
  lines: readonly TextLine[],
  anyStates: readonly KnownSide[],
): number {
  const texts = lines.map(({ text }) => lettersOf(text).letters).filter((text) => text !== '')
  const has = (words: string) => {
    const { letters } = lettersOf(words)
    return letters.length < TELLING_LENGTH
      ? texts.includes(letters)
      : texts.some((text) => findLabel(text, letters) !== null)
  }
  const worth = (words: string) => (lettersOf(words).letters.length < TELLING_LENGTH ? 0.5 : 1)
  // A state's own layout shares its labels with others': one of its two titles must be there.
  if (layout.country !== null && !side.words.slice(0, TITLES).some(has)) return 0
  if (layout.country !== null && !cluesOfOwn(side, anyStates).some(has)) return 0
  const titles = side.words.filter(has).reduce((sum, words) => sum + worth(words), 0)
  // Layouts of any state know titles of many languages, which are alike: one is enough.
  const title = layout.country === null && side.side === 'front' ? Math.min(titles, 1) : titles
  if (side.labels === 'numbers') return title === 0 ? 0 : title + numbersIn(lines)
  const labels = side.fields.filter(({ labels }) =>
    labels.some((label) => label.length >= TELLING_LENGTH && has(label)),
  )
  return layout.country === null ? title + (labels.length > 2 ? 0.5 : 0) : title + labels.length / 4
}

/** Words and labels of a state's own side that layouts of any state lack: a title that many states print tells none of them. */
function cluesOfOwn(side: LayoutSide, anyStates: readonly KnownSide[]): string[] {
  const texts = anyStates.flatMap((known) => textsOf(known.side)).map((text) => lettersOf(text).letters)
  const shared = [...new Set(texts)].sort((a, b) => b.length - a.length)
  // Cards have labels in two languages: what is left of one when both are shared tells nothing.
  const ownLetters = (text: string) =>
    shared.reduce((left, part) => left.replace(part, ''), lettersOf(text).letters)
  return textsOf(side).filter((text) => ownLetters(text).length >= TELLING_LENGTH)
}

function textsOf({ words, fields }: LayoutSide): string[] {
  return [...words, ...fields.flatMap(({ labels }) => labels)]
}

function numbersIn(lines: readonly TextLine[]): number {
  return lines.filter(({ text }) => /^(1|2|3|4[abc]|5)[.,]/.test(text.trim())).length * NUMBER_WORTH
}

/** What answers say of the layout; `lines` tell the state of a licence that many states issue. */
export function templateOf({ layout, side }: KnownSide, { lines, mrz }: SideClues): Template {
  const { id, code, documentType, documentTypeDetailed, zone, sides } = layout
  const state = layout.country ?? mrz?.fields.issuingState ?? licenceState(layout, lines)
  const country = state && isoState(state)
  const zoneSide = zone?.side ?? null
  const lineSide = sides.find(({ licenceLine }) => licenceLine !== undefined)?.side ?? null
  return { id, code, side: side.side, country, documentType, documentTypeDetailed, zoneSide, lineSide }
}

function licenceState({ documentType }: DocumentLayout, lines: readonly TextLine[]): string | null {
  if (documentType !== 'Driving licence') return null
  const texts = lines.map(({ text }) => lettersOf(text).letters)
  const named = LICENCE_STATES.find(({ words }) =>
    words.some((name) => texts.some((text) => findLabel(text, lettersOf(name).letters) !== null)),
  )
  return (named ?? LICENCE_STATES.find(({ sign }) => texts.slice(0, 3).includes(sign)))?.code ?? null
}
