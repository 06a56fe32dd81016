import sharp from 'sharp'
import type { Box, Image } from '../../../../domain/image.ts'

/** How a photo gets onto a card: glued on, glued with its edge rubbed down, or drawn in by a picture editor. */
export type Pasting = 'glued' | 'rubbed down' | 'edited'

/** Every one, in the order of the report. */
export const PASTINGS: readonly Pasting[] = ['glued', 'rubbed down', 'edited']

/** A glued photo is larger than the head and shoulders it shows, and casts a shadow to its lower right; shares of its width. */
const ROOM = 0.12
const SHADOW = { offset: 0.012, blur: 0.012, strength: 0.5 }
/** How far the edge of a rubbed-down or edited photo runs out, share of its width. */
const SOFT = { glued: 0, 'rubbed down': 0.015, edited: 0.04 } as const
/** A photo from a shop or a file has been compressed by itself. */
const JPEG_QUALITY = 78

/** The card with the portrait of another over its own: `photo` is cut to the shape of the box. */
export async function pastePortrait(
  card: Image,
  { box, photo, pasting }: { box: Box; photo: Image; pasting: Pasting },
): Promise<Image> {
  const room = box.width * ROOM
  const left = Math.max(0, Math.round(box.x - room))
  const top = Math.max(0, Math.round(box.y - room))
  const width = Math.min(card.width - left, Math.round(box.width + 2 * room))
  const height = Math.min(card.height - top, Math.round(box.height + 2 * room))
  const file = await sharp(photo.data, { raw: { width: photo.width, height: photo.height, channels: 3 } })
    .resize(width, height, { fit: 'cover', position: 'top' })
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer()
  const soft = SOFT[pasting] * width
  const mask = await sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><filter id="s"><feGaussianBlur ` +
        `stdDeviation="${soft / 2}"/></filter><rect x="${soft}" y="${soft}" width="${width - 2 * soft}" ` +
        `height="${height - 2 * soft}" fill="white" ${soft > 0 ? 'filter="url(#s)"' : ''}/></svg>`,
    ),
  )
    .png()
    .toBuffer()
  const input = await sharp(file)
    .ensureAlpha()
    .composite([{ input: mask, blend: 'dest-in' }])
    .png()
    .toBuffer()
  const shadow = pasting === 'glued' ? [await shadowOf({ left, top, width, height }, card)] : []
  const data = await sharp(card.data, { raw: { width: card.width, height: card.height, channels: 3 } })
    .composite([...shadow, { input, left, top }])
    .removeAlpha()
    .raw()
    .toBuffer()
  return { data: new Uint8Array(data), width: card.width, height: card.height }
}

async function shadowOf(
  { left, top, width, height }: { left: number; top: number; width: number; height: number },
  card: Image,
): Promise<{ input: Buffer; left: number; top: number }> {
  const [offset, blur] = [SHADOW.offset * width, SHADOW.blur * width]
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${card.width}" height="${card.height}"><filter id="b">` +
    `<feGaussianBlur stdDeviation="${blur}"/></filter><rect x="${left + offset}" y="${top + offset}" width="${width}" ` +
    `height="${height}" fill-opacity="${SHADOW.strength}" filter="url(#b)"/></svg>`
  return { input: await sharp(Buffer.from(svg)).png().toBuffer(), left: 0, top: 0 }
}
