import { ENGLISH } from './catalogs/english.ts'
import { FRENCH } from './catalogs/french.ts'
import type { ReportCatalog } from './catalogs/report-catalog.ts'
import type { Sheet } from './page/sheet.ts'
import { COLORS, MARGIN, STYLES, TEXT_WIDTH } from './page/typography.ts'
import type { ReportContent, ReportLanguage } from './report-content.ts'

/** White above a section, and between its heading and what follows, points. */
const SECTION_GAP = 10
const HEADING_GAP = 4
/** A heading is not left alone at the foot of a page: it goes with as much, points. */
const KEPT_WITH_HEADING = 64
const PARAGRAPH_GAP = 4

const CATALOGS: Readonly<Record<ReportLanguage, ReportCatalog>> = { en: ENGLISH, fr: FRENCH }

/** A report being written: its sheet, what it says and the words for it. */
export interface Report {
  sheet: Sheet
  content: ReportContent
  words: ReportCatalog
}

/** The words of a language. */
export function wordsOf(language: ReportLanguage): ReportCatalog {
  return CATALOGS[language]
}

/** Writes a section; a note follows where characters had to be named by their numbers. */
export function writeSection({ sheet, words }: Report, title: string, write: () => void): void {
  if (sheet.reserve(SECTION_GAP + KEPT_WITH_HEADING) === 'this page') sheet.y += SECTION_GAP
  sheet.hasNamedCharacters = false
  sheet.within('Sect', () => {
    sheet.bookmark(title)
    const place = { x: MARGIN.left, y: sheet.y, width: TEXT_WIDTH, style: STYLES.section }
    sheet.y += sheet.text('H2', title, place) + HEADING_GAP
    write()
    if (sheet.hasNamedCharacters) writeParagraph(sheet, words.missingGlyphs, STYLES.small)
  })
}

/** Writes a paragraph over the whole width. */
export function writeParagraph(
  sheet: Sheet,
  text: string,
  style = STYLES.body as typeof STYLES.body | typeof STYLES.small,
): void {
  sheet.reserve(sheet.height(text, { width: TEXT_WIDTH, style }))
  const place = { x: MARGIN.left, y: sheet.y, width: TEXT_WIDTH, style }
  sheet.y += sheet.text('P', text, place) + PARAGRAPH_GAP
}

/** Puts values into a sentence of a catalog. */
export function fill(sentence: string, values: Record<string, string>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap)
}

/** A day (ISO date YYYY-MM-DD) as the language writes it; anything else as it is. */
export function writeDay(words: ReportCatalog, isoDate: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate)
  if (!match) return isoDate
  const [, year, month, day] = match
  return fill(words.date, { day: String(Number(day)), month: words.months[Number(month) - 1] ?? month, year })
}

/** A moment to the second, UTC. */
export function writeMoment(words: ReportCatalog, at: Date): string {
  const iso = at.toISOString()
  return fill(words.moment, { date: writeDay(words, iso.slice(0, 10)), time: iso.slice(11, 19) })
}

/** The colours of a score; null means not checked. */
export function colorsOf(score: 1 | 0 | -1 | null): { ink: string; ground: string } {
  if (score === null) return COLORS.none
  return { 1: COLORS.good, 0: COLORS.bad, [-1]: COLORS.unsure }[score]
}
