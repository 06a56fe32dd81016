import sharp from 'sharp'
import type { Box, Image } from '../../../../domain/image.ts'

/** Room around a value that is cut out with it, share of its height. */
const ROOM = 0.15

/** How a value is altered: moved by shares of the card's width, or turned by degrees at its place. */
export interface Move {
  across: number
  down: number
  degrees: number
}

/**
 * A card with a value cut out and put back elsewhere or aslant, as with scissors or in a picture editor: the gap is closed with
 * the paper above and below it. Gives the card and where the value then stands.
 */
export async function moveField(card: Image, box: Box, move: Move): Promise<{ card: Image; box: Box }> {
  const raw = { width: card.width, height: card.height, channels: 3 as const }
  const room = Math.round(box.height * ROOM)
  const left = Math.max(0, Math.floor(box.x) - room)
  const top = Math.max(0, Math.floor(box.y) - room)
  const width = Math.min(card.width - left, Math.ceil(box.width) + 2 * room)
  const height = Math.min(card.height - top, Math.ceil(box.height) + 2 * room)
  const value = await sharp(card.data, { raw })
    .extract({ left, top, width, height })
    .rotate(move.degrees, { background: paperOf(card, { x: left, y: top, width, height }) })
    .png()
    .toBuffer()
  const turned = await sharp(value).metadata()
  const x = clamp(
    left + Math.round(move.across * card.width + (width - turned.width) / 2),
    card.width - turned.width,
  )
  const y = clamp(
    top + Math.round(move.down * card.width + (height - turned.height) / 2),
    card.height - turned.height,
  )
  const paper = {
    create: {
      width,
      height,
      channels: 3 as const,
      background: paperOf(card, { x: left, y: top, width, height }),
    },
  }
  const data = await sharp(card.data, { raw })
    .composite([
      { input: paper, left, top },
      { input: value, left: x, top: y },
    ])
    .removeAlpha()
    .raw()
    .toBuffer()
  return {
    card: { data: new Uint8Array(data), width: card.width, height: card.height },
    box: { x: x + room, y: y + room, width: turned.width - 2 * room, height: turned.height - 2 * room },
  }
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value))
}

/** The mean colour of the lighter half of a box. */
function paperOf({ data, width }: Image, box: Box): { r: number; g: number; b: number } {
  const pixels: [number, number, number][] = []
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) {
      const at = (y * width + x) * 3
      pixels.push([data[at], data[at + 1], data[at + 2]])
    }
  }
  const light = ([red, green, blue]: readonly number[]) => red + green + blue
  const half = pixels.sort((a, b) => light(b) - light(a)).slice(0, Math.ceil(pixels.length / 2))
  const mean = (channel: number) =>
    Math.round(half.reduce((sum, pixel) => sum + pixel[channel], 0) / half.length)
  return { r: mean(0), g: mean(1), b: mean(2) }
}
