import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ENGLISH } from '../catalogs/english.ts'
import { FRENCH } from '../catalogs/french.ts'
import { type FontFace, openFontFace } from './font-face.ts'

/** A4, points (ISO 216: 210 × 297 mm). */
export const PAGE = { width: 595.28, height: 841.89 } as const

/** White around the text, points: a hand can hold the sheet, and printers reach everything. */
export const MARGIN = { left: 48, right: 48, top: 44, bottom: 52 } as const

/** Width that text may fill, points. */
export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right

/** Colours; every text colour has a contrast of at least 4.5 on its ground (WCAG 2.2, 1.4.3). */
export const COLORS = {
  ink: '#1b2430',
  muted: '#566270',
  accent: '#14427a',
  line: '#d5dae1',
  panel: '#f4f6f8',
  good: { ink: '#17603a', ground: '#e3f3e9' },
  bad: { ink: '#9c1f2a', ground: '#fbe6e7' },
  unsure: { ink: '#7a4d00', ground: '#fcf0d6' },
  none: { ink: '#4d5866', ground: '#eceff2' },
} as const

/** How a text looks; sizes in points. */
export interface TextStyle {
  font: 'regular' | 'bold'
  size: number
  color: string
}

/** The styles of a report. */
export const STYLES = {
  brand: { font: 'bold', size: 9, color: COLORS.accent },
  title: { font: 'bold', size: 22, color: COLORS.ink },
  subtitle: { font: 'regular', size: 8.5, color: COLORS.muted },
  section: { font: 'bold', size: 12, color: COLORS.accent },
  verdict: { font: 'bold', size: 17, color: COLORS.ink },
  body: { font: 'regular', size: 9, color: COLORS.ink },
  strong: { font: 'bold', size: 9, color: COLORS.ink },
  small: { font: 'regular', size: 8, color: COLORS.muted },
  label: { font: 'regular', size: 7.5, color: COLORS.muted },
  value: { font: 'bold', size: 10, color: COLORS.ink },
  head: { font: 'bold', size: 7.5, color: COLORS.muted },
  hash: { font: 'regular', size: 7, color: COLORS.ink },
  footer: { font: 'regular', size: 7.5, color: COLORS.muted },
} as const satisfies Record<string, TextStyle>

/** The typeface: Noto Sans (OFL), with all of Latin, Greek and Cyrillic. */
export const FONTS: Readonly<Record<TextStyle['font'], FontFace>> = openFonts()

function openFonts(): Record<TextStyle['font'], FontFace> {
  const words = new Set([ENGLISH, FRENCH].flatMap(wordsOf))
  return {
    regular: openFontFace(readFont('400Regular/NotoSans_400Regular.ttf'), words),
    bold: openFontFace(readFont('600SemiBold/NotoSans_600SemiBold.ttf'), words),
  }
}

function wordsOf(catalog: unknown): string[] {
  if (typeof catalog === 'string') return catalog.split(' ')
  return Object.values(catalog as object).flatMap(wordsOf)
}

function readFont(file: string): Buffer {
  return readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans/${file}`)))
}
