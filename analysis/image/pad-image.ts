import type { Image } from '../../domain/image.ts'

/** The image with a border on every side, a share of its longer side, in which the edge pixels repeat. */
export function padImage(image: Image, share: number): { image: Image; border: number } {
  const border = Math.round(Math.max(image.width, image.height) * share)
  const width = image.width + 2 * border
  const height = image.height + 2 * border
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    const from = Math.min(image.height - 1, Math.max(0, y - border)) * image.width * 3
    const row = data.subarray(y * width * 3, (y + 1) * width * 3)
    row.set(image.data.subarray(from, from + image.width * 3), border * 3)
    for (let channel = 0; channel < 3; channel++) {
      fillChannel(row, { channel, from: 0, to: border, value: row[border * 3 + channel] })
      const last = border + image.width - 1
      fillChannel(row, { channel, from: last + 1, to: width, value: row[last * 3 + channel] })
    }
  }
  return { image: { data, width, height }, border }
}

function fillChannel(
  row: Uint8Array,
  part: { channel: number; from: number; to: number; value: number },
): void {
  for (let x = part.from; x < part.to; x++) row[x * 3 + part.channel] = part.value
}
