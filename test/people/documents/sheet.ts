import sharp from 'sharp'
import type { Image } from '../../../domain/image.ts'
import { drawPortrait } from '../person/draw-portrait.ts'
import type { Person } from '../person/person.ts'
import { seededRandom } from '../random.ts'
import { type PrintedText, printedText } from './printed-text.ts'

/** A sheet to print on, millimetres. */
export interface SheetSize {
  widthMm: number
  heightMm: number
}

/** Width of every drawn document, pixels: 11 to 16 a millimetre. */
const SHEET_WIDTH_PIXELS = 1400
const SPECIMEN_COLOR = '#c0392b'
const LABEL_COLOR = '#4a5a70'

/** Turns SVG in millimetres into a picture of a sheet. */
export async function renderSheet(size: SheetSize, content: string): Promise<Image> {
  const height = Math.round((SHEET_WIDTH_PIXELS * size.heightMm) / size.widthMm)
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SHEET_WIDTH_PIXELS}" height="${height}" ` +
    `viewBox="0 0 ${size.widthMm} ${size.heightMm}">${content}</svg>`
  const { data, info } = await sharp(Buffer.from(svg))
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data), width: info.width, height: info.height }
}

/** The ground of a sheet: two colours running into each other. */
export function ground(size: SheetSize, colors: { from: string; to: string }): string {
  return (
    '<defs><linearGradient id="ground" x1="0" y1="0" x2="1" y2="1">' +
    `<stop offset="0" stop-color="${colors.from}"/><stop offset="1" stop-color="${colors.to}"/>` +
    `</linearGradient></defs><rect width="${size.widthMm}" height="${size.heightMm}" fill="url(#ground)"/>`
  )
}

/** A label with its value below it. */
export interface Field {
  label: string
  value: string
  x: number
  /** Baseline of the label; the value stands below. */
  y: number
  /** Em size of the value, millimetres. */
  size?: number
  /** Em size of the label, millimetres. */
  labelSize?: number
  /** Room for the value, millimetres; a longer one is printed smaller. */
  maxWidth?: number
}

/** Prints fields: a small label over a bold value. */
export function printFields(fields: readonly Field[]): string {
  return fields
    .map(({ label, value, x, y, size = 3.3, labelSize = 1.75, maxWidth }) => {
      const print: PrintedText = { text: value, x, baseline: y + size * 1.05, size, maxWidth, weight: 'bold' }
      return (
        printedText({ text: label, x, baseline: y, size: labelSize, color: LABEL_COLOR }) + printedText(print)
      )
    })
    .join('')
}

/** The word that keeps a drawn document from being taken for a real one, across the sheet. */
export function specimenMark(at: { x: number; y: number; size: number; angle: number }): string {
  const word = printedText({
    text: 'SPECIMEN',
    x: 0,
    baseline: at.size * 0.36,
    size: at.size,
    weight: 'bold',
    color: SPECIMEN_COLOR,
    align: 'middle',
  })
  return `<g opacity="0.22" transform="translate(${at.x} ${at.y}) rotate(${at.angle})">${word}</g>`
}

/** A person's portrait in a frame, millimetres. */
export async function portraitPrint(
  person: Person,
  frame: { x: number; y: number; width: number; height: number },
): Promise<string> {
  const { data, width, height } = drawPortrait(person)
  const png = await sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
  return (
    `<image x="${frame.x}" y="${frame.y}" width="${frame.width}" height="${frame.height}" ` +
    `preserveAspectRatio="xMidYMid slice" href="data:image/png;base64,${png.toString('base64')}"/>` +
    `<rect x="${frame.x}" y="${frame.y}" width="${frame.width}" height="${frame.height}" fill="none" ` +
    'stroke="#5b6470" stroke-width="0.15"/>'
  )
}

/** A signature as a pen would leave it; every seed signs differently. */
export function signature(seed: number, at: { x: number; y: number; width: number }): string {
  const random = seededRandom(seed, 'signature')
  const strokeCount = 7
  const points = Array.from({ length: strokeCount * 2 + 1 }, (_, i) => {
    const x = at.x + (at.width * (i + random.between(-0.6, 0.6))) / (strokeCount * 2)
    return `${x.toFixed(2)} ${(at.y + random.between(-2.4, 1.6) * (i % 2 === 0 ? 1 : -0.6)).toFixed(2)}`
  })
  const [first, ...rest] = points
  const curves = rest.flatMap((point, i) => (i % 2 === 1 ? [`Q${rest[i - 1]} ${point}`] : []))
  return `<path d="M${first}${curves.join('')}" fill="none" stroke="#1d2c66" stroke-width="0.28" stroke-linecap="round"/>`
}

/** A date as documents print it: day, month, year. */
export function printedDate(isoDate: string, separator: ' ' | '.' = ' '): string {
  return isoDate.split('-').reverse().join(separator)
}
