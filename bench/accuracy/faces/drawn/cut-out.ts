import type { Image } from '../../../../domain/image.ts'

/** The oval a face fills in a picture, as shares of its width and height. */
const OVAL = { x: 0.5, y: 0.52, width: 0.2, height: 0.36 }
/** What is behind it: the wall of `drawFlatPrint`. */
const WALL_VALUE = 122

/** A picture of which nothing but an oval round the middle is left, as a face cut out of paper. */
export function cutOut({ data, width, height }: Image): Image {
  const cut = data.slice()
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const across = (x / width - OVAL.x) / ((OVAL.width * height) / width / 0.75)
      const along = (y / height - OVAL.y) / OVAL.height
      if (across * across + along * along <= 1) continue
      cut.fill(WALL_VALUE, (y * width + x) * 3, (y * width + x) * 3 + 3)
    }
  }
  return { data: cut, width, height }
}
