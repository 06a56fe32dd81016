import type { Image } from '../../../domain/image.ts'

/** Room around what differs, heights of the print: the first or last two digits may be the same. */
const ROOM = { beside: 1.5, over: 0.3 }

/**
 * A side as it was drawn, with all the print covered in which another drawing of it differs, as a strip of the card's own ground would
 * cover it; `until` is where the zone begins on this side, a share of its height.
 */
export function coverWhatDiffers(own: Image, other: Image, until: number): Image {
  const { width, height } = own
  let [left, top, right, bottom] = [width, height, 0, 0]
  for (let y = 0; y < Math.floor(until * height); y++) {
    for (let x = 0; x < width; x++) {
      if (isAlike(own, other, (y * width + x) * 3)) continue
      ;[left, top] = [Math.min(left, x), Math.min(top, y)]
      ;[right, bottom] = [Math.max(right, x), Math.max(bottom, y)]
    }
  }
  if (right < left) throw new Error('The other drawing changes nothing of the print')
  const [beside, over] = [ROOM.beside, ROOM.over].map((share) => Math.round(share * (bottom - top)))
  ;[left, top] = [Math.max(0, left - beside), Math.max(0, top - over)]
  const data = new Uint8Array(own.data)
  const ground = (top * width + left) * 3
  for (let y = top; y <= Math.min(height - 1, bottom + over); y++)
    for (let x = left; x <= Math.min(width - 1, right + beside); x++)
      data.set(own.data.subarray(ground, ground + 3), (y * width + x) * 3)
  return { ...own, data }
}

function isAlike({ data }: Image, { data: others }: Image, at: number): boolean {
  return [0, 1, 2].every((i) => data[at + i] === others[at + i])
}
