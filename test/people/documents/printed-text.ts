import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import opentype, { type Font, type PathCommand } from 'opentype.js'

/** Weights of the print. */
export type Weight = 'regular' | 'bold'

/** A line of print on a document; millimetres. */
export interface PrintedText {
  text: string
  /** Left edge, or the middle when centred. */
  x: number
  baseline: number
  /** Height of the type's em square. */
  size: number
  weight?: Weight
  color?: string
  align?: 'left' | 'middle'
  /** Longer lines are printed smaller to fit into it. */
  maxWidth?: number
}

/** Open Sans (OFL-1.1) out of the installed package. */
const FONT_FILES: Record<Weight, string> = {
  regular: '@expo-google-fonts/open-sans/400Regular/OpenSans_400Regular.ttf',
  bold: '@expo-google-fonts/open-sans/700Bold/OpenSans_700Bold.ttf',
}
const DEFAULT_COLOR = '#15181c'

const fonts = new Map<Weight, Font>()

/** Draws a line of print as an SVG path, so that no font of the machine is needed. Throws on a missing letter. */
export function printedText(print: PrintedText): string {
  const font = fontOf(print.weight ?? 'regular')
  for (const letter of print.text) {
    if (font.charToGlyphIndex(letter) === 0) throw new Error(`Cannot print '${letter}': the font lacks it`)
  }
  const fullWidth = font.getAdvanceWidth(print.text, print.size)
  const shrink = Math.min(1, (print.maxWidth ?? fullWidth) / fullWidth)
  const left = print.align === 'middle' ? print.x - (fullWidth * shrink) / 2 : print.x
  const { commands } = font.getPath(print.text, left, print.baseline, print.size * shrink)
  return `<path fill="${print.color ?? DEFAULT_COLOR}" d="${commands.map(pathData).join('')}"/>`
}

/** The font library's own writer makes NaN of numbers next to zero, and renderers stop there. */
function pathData(command: PathCommand): string {
  const points: number[] = []
  if ('x2' in command) points.push(command.x1, command.y1, command.x2, command.y2)
  else if ('x1' in command) points.push(command.x1, command.y1)
  if ('x' in command) points.push(command.x, command.y)
  return command.type + points.map((length) => length.toFixed(3)).join(' ')
}

function fontOf(weight: Weight): Font {
  const known = fonts.get(weight)
  if (known) return known
  const file = readFileSync(createRequire(import.meta.url).resolve(FONT_FILES[weight]))
  const font = opentype.parse(new Uint8Array(file).buffer)
  fonts.set(weight, font)
  return font
}
