import sharp from 'sharp'
import { resizeImage } from '../../../analysis/image/resize-image.ts'
import type { Image } from '../../../domain/image.ts'
import type { DocumentKind, IssuedDocument } from '../../../test/people/documents/issue-document.ts'
import { coverWhatDiffers } from './cover-what-differs.ts'
import { drawOnce } from './draw-once.ts'

/** Width of a card in its picture, px: somewhat less than drawn, as a good frame of 1080p shows it. */
const CARD_WIDTH = 1200
/** Room around it, px, and the grey of what it lies on. */
const MARGIN = 80
const TABLE_GREY = 70

/** The side with the zone, and from which share of its height on the zone stands there, above all of its print. */
export const ZONES: Readonly<Partial<Record<DocumentKind, { side: 'front' | 'back'; top: number }>>> = {
  passport: { side: 'front', top: 0.73 },
  'french-passport': { side: 'front', top: 0.73 },
  'french-card': { side: 'front', top: 0.705 },
  'id-card': { side: 'back', top: 0.54 },
  'french-id-card': { side: 'back', top: 0.54 },
  'residence-permit': { side: 'back', top: 0.54 },
}

/** How a picture was taken: deviation of its blur, px, at a width of the card in which a letter is 15 px high. */
export const SOFTNESS = { sharp: null, soft: 1.2, 'very soft': 2 } as const
/** Name of one. */
export type Softness = keyof typeof SOFTNESS
const SOFT_SHARE = 0.75

/** The picture as a lens out of focus leaves it. */
export async function soften(image: Image, softness: Softness): Promise<Image> {
  const sigma = SOFTNESS[softness]
  if (sigma === null) return image
  const { data, info } = await sharp(image.data, {
    raw: { width: image.width, height: image.height, channels: 3 },
  })
    .resize({ width: Math.round(image.width * SOFT_SHARE) })
    .blur(sigma)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data), width: info.width, height: info.height }
}

/** A side of a document lying flat on a grey table, or null where it has none. */
export async function flatSide(document: IssuedDocument, side: 'front' | 'back'): Promise<Image | null> {
  const image = (await drawOnce(document))[side]
  return image && layFlat(image)
}

/** How the print stands in which two documents differ. */
export type OwnPrint = 'as issued' | 'covered'

/** The side with the zone of a document, printed of one holder, its zone of another; what differs may be covered in print. */
export async function flatSideOfTwo(
  printed: IssuedDocument,
  zoneOf: IssuedDocument,
  own: OwnPrint = 'as issued',
): Promise<Image> {
  const zone = ZONES[printed.kind]
  if (!zone) throw new Error(`A ${printed.kind} has no zone`)
  const [side, other] = [(await drawOnce(printed))[zone.side], (await drawOnce(zoneOf))[zone.side]]
  if (!side || !other) throw new Error(`A ${printed.kind} has no ${zone.side}`)
  const image = own === 'covered' ? coverWhatDiffers(side, other, zone.top) : side
  const from = Math.round(zone.top * image.height) * image.width * 3
  const data = new Uint8Array(image.data)
  data.set(other.data.subarray(from), from)
  return layFlat({ ...image, data })
}

/** The front of a card with its zone on the back, with all covered that another's is otherwise. */
export async function flatFrontCovered(printed: IssuedDocument, another: IssuedDocument): Promise<Image> {
  const [own, other] = [(await drawOnce(printed)).front, (await drawOnce(another)).front]
  return layFlat(coverWhatDiffers(own, other, 1))
}

function layFlat(image: Image): Image {
  const size = { width: CARD_WIDTH, height: Math.round((CARD_WIDTH * image.height) / image.width) }
  const card = resizeImage(image, size)
  const [width, height] = [size.width + 2 * MARGIN, size.height + 2 * MARGIN]
  const data = new Uint8Array(width * height * 3).fill(TABLE_GREY)
  for (let y = 0; y < size.height; y++) {
    const row = card.data.subarray(y * size.width * 3, (y + 1) * size.width * 3)
    data.set(row, ((y + MARGIN) * width + MARGIN) * 3)
  }
  return { data, width, height }
}
