import PDFDocument from 'pdfkit'

/** Digits and letters of hashes: long, never kerned, different in every report. */
const HASH = /^[0-9a-f]{32,}$/

/** Glyphs of a text with their positions, as the typesetting library wants them; positions are its to change. */
interface GlyphRun {
  glyphs: { advanceWidth: number }[]
  positions: object[]
}

/** An opened font. */
export interface FontFace {
  hasGlyphForCodePoint(codePoint: number): boolean
  glyphsForString(text: string): GlyphRun['glyphs']
  layout(text: string, features?: unknown): GlyphRun
}

/**
 * Opens a font for all reports: decoding its tables takes ten times as long as setting a report. The words to
 * keep, which are those of the catalogs and nobody's names, are laid out once; hashes are laid out without kerning.
 */
export function openFontFace(bytes: Uint8Array, wordsToKeep: ReadonlySet<string>): FontFace {
  const face = decode(bytes)
  const kept = new Map<string, GlyphRun>()
  const layout = (text: string, features?: unknown): GlyphRun => {
    if (features !== undefined) return face.layout(text, features)
    if (HASH.test(text)) return layOutPlainly(face, text)
    if (!wordsToKeep.has(text.trimEnd())) return face.layout(text)
    const run = kept.get(text) ?? face.layout(text)
    kept.set(text, run)
    return copyOf(run)
  }
  return Object.create(face, { layout: { value: layout } })
}

function decode(bytes: Uint8Array): FontFace {
  const opener = new PDFDocument({ autoFirstPage: false }).font(bytes as unknown as string)
  return (opener as unknown as { _font: { font: FontFace } })._font.font
}

function layOutPlainly(face: FontFace, text: string): GlyphRun {
  const prototype = Object.getPrototypeOf(face.layout(''))
  const glyphs = face.glyphsForString(text)
  const positions = glyphs.map(({ advanceWidth }) => ({
    xAdvance: advanceWidth,
    yAdvance: 0,
    xOffset: 0,
    yOffset: 0,
  }))
  return Object.assign(Object.create(prototype), { glyphs, positions })
}

function copyOf(run: GlyphRun): GlyphRun {
  const positions = run.positions.map((position) => ({ ...position }))
  return Object.assign(Object.create(Object.getPrototypeOf(run)), run, { positions })
}
