import type { Image } from '../../domain/image.ts'

/** The image turned clockwise by whole quarter turns, without loss. */
export function rotateImage(image: Image, quarterTurns: 0 | 1 | 2 | 3): Image {
  if (quarterTurns === 0) return image
  if (quarterTurns === 2) return turnHalf(image)
  const { width, height } = image
  const data = new Uint8Array(image.data.length)
  for (let y = 0, from = 0; y < height; y++) {
    for (let x = 0; x < width; x++, from += 3) {
      const to = targetIndex(x, y, { quarterTurns, width, height }) * 3
      data[to] = image.data[from]
      data[to + 1] = image.data[from + 1]
      data[to + 2] = image.data[from + 2]
    }
  }
  return { data, width: height, height: width }
}

/** The pixels from the last to the first. */
function turnHalf({ data, width, height }: Image): Image {
  const turned = new Uint8Array(data.length)
  for (let from = 0, to = data.length - 3; to >= 0; from += 3, to -= 3) {
    turned[to] = data[from]
    turned[to + 1] = data[from + 1]
    turned[to + 2] = data[from + 2]
  }
  return { data: turned, width, height }
}

/** Where a source pixel goes, as a pixel number of the turned image; sizes are the source's. */
function targetIndex(
  x: number,
  y: number,
  turn: { quarterTurns: 1 | 3; width: number; height: number },
): number {
  const { quarterTurns, width, height } = turn
  if (quarterTurns === 1) return x * height + (height - 1 - y)
  return (width - 1 - x) * height + y
}
