import sharp from 'sharp'
import type { Image } from '../../../domain/image.ts'

/** Size of the frame and of the card in it, px. */
const FRAME_WIDTH = 1280
const CARD_WIDTH = 900
const ABOVE = 80
/** Tables of wood and skin, in the colours of skin, which are the hard ones to tell a hand from. */
const DESKS = ['#b5835a', '#d9b38c', '#c98f6b', '#8a5a3c', '#e8c9b5', '#4a5560']
const GRAIN = { type: 'gaussian' as const, mean: 12, sigma: 6 }
/** Skins from light to dark, and half the width of a finger, px: 17 mm on an ID-1 card. */
const SKINS = ['#e8b99a', '#c68863', '#8d5a3b']
const HALF_WIDTH = 84

/** What is laid over the card: a finger from below whose tip reaches this share of the card's height, at a share of its width. */
export interface Finger {
  across: number
  up: number
}

/**
 * A picture of a card on a desk, with or without a finger across it. Nothing is shared with the hands of `test/people`: an
 * outline with a run of light from its left to its right, softened, and a coarse grain. `variant` picks colours.
 */
export async function layOnDesk(
  card: Image,
  { variant, finger, cutShare = 0 }: { variant: number; finger?: Finger; cutShare?: number },
): Promise<Image> {
  const height = Math.round((CARD_WIDTH * card.height) / card.width)
  const frame = { width: FRAME_WIDTH, height: height + 2 * ABOVE }
  const near = await sharp(card.data, { raw: { width: card.width, height: card.height, channels: 3 } })
    .resize(CARD_WIDTH, height)
    .ensureAlpha()
    .composite([{ input: Buffer.from(maskOf({ height, cutShare, corner: variant % 4 })), blend: 'dest-in' }])
    .png()
    .toBuffer()
  const grain = { ...frame, channels: 3 as const, background: 'black', noise: GRAIN }
  const layers = [
    { input: { create: grain }, blend: 'add' as const },
    { input: near, left: (FRAME_WIDTH - CARD_WIDTH) / 2, top: ABOVE },
    ...(finger ? [{ input: Buffer.from(drawFinger(finger, { frame, height, variant })) }] : []),
  ]
  const background = DESKS[variant % DESKS.length]
  const file = await sharp({ create: { ...frame, channels: 3, background } })
    .composite(layers)
    .png()
    .toBuffer()
  const raw = await sharp(file).removeAlpha().raw().toBuffer()
  return { data: new Uint8Array(raw), ...frame }
}

/** The card without the corner that is cut off straight, a share of its width along both sides. */
function maskOf({ height, cutShare, corner }: { height: number; cutShare: number; corner: number }): string {
  const cut = CARD_WIDTH * cutShare
  const [x, y] = [corner % 2 === 0 ? 0 : CARD_WIDTH, corner < 2 ? 0 : height]
  const [inX, inY] = [x === 0 ? cut : -cut, y === 0 ? cut : -cut]
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${height}"><mask id="cut">` +
    `<rect width="${CARD_WIDTH}" height="${height}" fill="white"/>` +
    `<polygon points="${x},${y} ${x + inX},${y} ${x},${y + inY}" fill="black"/></mask>` +
    `<rect width="${CARD_WIDTH}" height="${height}" fill="white" mask="url(#cut)"/></svg>`
  )
}

function drawFinger(
  { across, up }: Finger,
  { frame, height, variant }: { frame: { width: number; height: number }; height: number; variant: number },
): string {
  const x = (FRAME_WIDTH - CARD_WIDTH) / 2 + CARD_WIDTH * across
  const y = ABOVE + height * (1 - up) + HALF_WIDTH
  const outline =
    `<path d="M${x - HALF_WIDTH} ${2 * frame.height}V${y}q0 ${-HALF_WIDTH} ${HALF_WIDTH} ${-HALF_WIDTH}` +
    `t${HALF_WIDTH} ${HALF_WIDTH}V${2 * frame.height}Z"`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${frame.width}" height="${frame.height}"><defs>` +
    '<linearGradient id="light" x1="0" x2="1"><stop offset="0" stop-opacity=".45"/>' +
    '<stop offset=".4" stop-color="white" stop-opacity=".12"/><stop offset="1" stop-opacity=".35"/></linearGradient>' +
    '<filter id="soft"><feGaussianBlur stdDeviation="1.6"/></filter></defs>' +
    `<g filter="url(#soft)" transform="rotate(${((variant * 7) % 24) - 12} ${x} ${y})">` +
    `${outline} fill="${SKINS[variant % SKINS.length]}"/>${outline} fill="url(#light)"/></g></svg>`
  )
}
