import sharp from 'sharp'
import { cropImage } from '../../../analysis/image/crop-image.ts'
import { padImage } from '../../../analysis/image/pad-image.ts'
import type { Box, Image } from '../../../domain/image.ts'

/** How a photo is printed on a card and seen by a camera. */
export interface PortraitPrint {
  name: string
  /** Height of the portrait in the picture of the card, px. */
  heightPx: number
  /** Grey, softened as by a screen of dots, under a veil of coloured bands as a hologram's. */
  look: 'colour' | 'grey, print, hologram'
  /** How far the bands of the hologram have moved, in widths of a band: another view of the same card. */
  sway?: number
}

/** Every print, in the order of the report. */
export const PORTRAIT_PRINTS: readonly PortraitPrint[] = [240, 150, 100].flatMap((heightPx) =>
  (['colour', 'grey, print, hologram'] as const).map((look) => ({
    name: `${heightPx} px, ${look}`,
    heightPx,
    look,
  })),
)

/** Size of the card laid under the portrait, px: an ID-1 card as it is rectified. */
const CARD = { width: 1000, height: 630 }
const PAPER = { r: 214, g: 218, b: 210 }
/** Where the portrait stands on it. */
const CORNER = { left: 60, top: 170 }
/** Face widths and heights round the face of a portrait (ICAO 9303-3 §3.9.1). */
const ROOM = { side: 0.35, above: 0.5, below: 0.4 }
/** What printing and filming leave: range of grey, blur as a share of the height, quality of the film. */
const TONES = { gain: 0.8, lift: 26 }
const BLUR_SHARE = 0.004
const JPEG_QUALITY = 75

/** The photo as a portrait on a card. */
export async function printPortrait(photo: Image, face: Box, print: PortraitPrint): Promise<Image> {
  const height = print.heightPx
  const portrait = cutPortrait(photo, face)
  const width = Math.round((portrait.width / portrait.height) * height)
  const ink = sharp(portrait.data, { raw: { width: portrait.width, height: portrait.height, channels: 3 } })
    .resize({ width, height, fit: 'fill' })
    .linear(TONES.gain, TONES.lift)
  if (print.look !== 'colour') ink.greyscale().blur(Math.max(0.3, BLUR_SHARE * height))
  const printed = await ink.toColourspace('srgb').png().toBuffer()
  const veil = { input: hologram(width, height, print.sway ?? 0), ...CORNER }
  const bytes = await sharp({ create: { ...CARD, channels: 3, background: PAPER } })
    .composite([{ input: printed, ...CORNER }, ...(print.look === 'colour' ? [] : [veil])])
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer()
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data), width: info.width, height: info.height }
}

function cutPortrait(photo: Image, face: Box): Image {
  // Photos are often cut closer than a portrait: their edge goes on.
  const { image, border } = padImage(photo, ROOM.above)
  return cropImage(image, {
    x: face.x + border - face.width * ROOM.side,
    y: face.y + border - face.height * ROOM.above,
    width: face.width * (1 + 2 * ROOM.side),
    height: face.height * (1 + ROOM.above + ROOM.below),
  })
}

/** Slanted bands of colour that let a fifth of themselves be seen. */
function hologram(width: number, height: number, sway: number): Buffer {
  const band = height / 6
  const lines = ['#f4a', '#4fa', '#48f', '#fd4'].flatMap((colour, i) =>
    [0, 1].map((again) => {
      const x = (i * 2 + again * 8 + sway) * band - height / 2
      const points = `${x},0 ${x + band},0 ${x + band + height / 2},${height} ${x + height / 2},${height}`
      return `<polygon points="${points}" fill="${colour}" opacity="0.2"/>`
    }),
  )
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${lines.join('')}</svg>`,
  )
}
