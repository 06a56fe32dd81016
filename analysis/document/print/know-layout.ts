import { isoState } from '../../../domain/document/iso-state.ts'
import type { Template } from '../../../domain/document/print-facts.ts'
import type { MrzFacts } from '../../../domain/facts.ts'
import type { DocumentLayout, LayoutSide } from '../layouts/layout.ts'
import { LICENCE_STATES } from '../layouts/licence-states.ts'
import { findLabel, lettersOf } from './find-label.ts'
import type { TextLine } from './text-line.ts'
import type { ToldValue } from './values/told-by-zone.ts'

/** Words shorter than this say little: they count half. */
const TELLING_LENGTH = 5
/** What the words found must add up to for a side without a zone to be known. */
const MIN_SCORE = 1
/** A layout that leads the others by this much is sure before all is read: what was not read is worth less. */
const SURE_LEAD = 1
/** How many of a side's words are its titles. */
export const TITLES = 2
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
  /** Values that a side would tell by their looks, whose labels were not read: they count like those. */
  told?: ReadonlyMap<LayoutSide, readonly ToldValue[]>
}

/** The states' own sides with labels over their values that have one of their titles in the lines. */
export function sidesByTitle(
  layouts: readonly DocumentLayout[],
  { side, lines }: Pick<SideClues, 'side' | 'lines'>,
): KnownSide[] {
  const has = isAmong(lines)
  return sidesOf(layouts, side).filter(
    ({ layout, side: { labels, words } }) =>
      layout.country !== null && labels === 'above' && words.slice(0, TITLES).some(has),
  )
}

function sidesOf(layouts: readonly DocumentLayout[], which: 'front' | 'back'): KnownSide[] {
  return layouts.flatMap((layout) =>
    layout.sides.flatMap((side) => (side.side === which ? [{ layout, side }] : [])),
  )
}

/** The layout of a side: the one its zone names, else the one most of whose words it has; null when none is known. */
export function knowLayout(layouts: readonly DocumentLayout[], clues: SideClues): KnownSide | null {
  const { mrz } = clues
  if (mrz?.checksValid) {
    // The first that fits: states' own stand before those of any state.
    return sidesOf(layouts, clues.side).find(({ layout, side }) => isNamedByZone(layout, side, mrz)) ?? null
  }
  const [best] = rankedByWords(layouts, clues)
  return best && best.score >= MIN_SCORE ? best.known : null
}

/** The layout of a side without a zone that is known by its words far better than any other; null when none is. */
export function sureLayout(layouts: readonly DocumentLayout[], clues: SideClues): KnownSide | null {
  const [best, next] = rankedByWords(layouts, clues)
  return best && best.score >= MIN_SCORE && best.score >= (next?.score ?? 0) + SURE_LEAD ? best.known : null
}

/** Those that have most words first; of two alike the first. */
function rankedByWords(
  layouts: readonly DocumentLayout[],
  clues: SideClues,
): { known: KnownSide; score: number }[] {
  const candidates = sidesOf(layouts, clues.side)
  const anyStates = candidates.filter(({ layout }) => layout.country === null)
  return candidates
    .map((known) => ({ known, score: scoreOf(known, clues, anyStates) }))
    .sort((a, b) => b.score - a.score)
}

function isNamedByZone(
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
function scoreOf(known: KnownSide, { lines, told }: SideClues, anyStates: readonly KnownSide[]): number {
  const { layout, side } = known
  const has = isAmong(lines)
  if (layout.country !== null && !mayBeOwn(known, has, anyStates)) return 0
  const passedOver = (told?.get(side) ?? []).flatMap(({ field }) => field.labels.map((text) => ({ text })))
  const stands = passedOver.length === 0 ? has : isAmong([...lines, ...passedOver])
  const titles = side.words.filter(stands).reduce((sum, words) => sum + worthOf(words), 0)
  // Layouts of any state know titles of many languages, which are alike: one is enough.
  const title = layout.country === null && side.side === 'front' ? Math.min(titles, 1) : titles
  if (side.labels === 'numbers') return title === 0 ? 0 : title + numbersIn(lines)
  const labels = side.fields.filter(({ labels }) =>
    labels.some((label) => label.length >= TELLING_LENGTH && stands(label)),
  )
  return layout.country === null ? title + (labels.length > 2 ? 0.5 : 0) : title + labels.length / 4
}

/** A state's own layout shares its labels with others': one of its two titles must be there, and what no other has. */
function mayBeOwn(
  { side }: KnownSide,
  has: (words: string) => boolean,
  anyStates: readonly KnownSide[],
): boolean {
  return side.words.slice(0, TITLES).some(has) && cluesOfOwn(side, anyStates).some(has)
}

function worthOf(words: string): number {
  return lettersOf(words).letters.length < TELLING_LENGTH ? 0.5 : 1
}

/** Whether words stand in lines: as one of them where they are short. */
function isAmong(lines: readonly Pick<TextLine, 'text'>[]): (words: string) => boolean {
  const texts = lines.map(({ text }) => lettersOf(text).letters).filter((text) => text !== '')
  return (words) => {
    const { letters } = lettersOf(words)
    return letters.length < TELLING_LENGTH
      ? texts.includes(letters)
      : texts.some((text) => findLabel(text, letters) !== null)
  }
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
