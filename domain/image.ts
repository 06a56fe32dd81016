/** A picture in memory: RGB, 8 bits a channel, interleaved, rows from the top. */
export interface Image {
  data: Uint8Array
  width: number
  height: number
}

/** Throws when an image has no pixels, or not as many as its size says. */
export function assertImage({ data, width, height }: Image): void {
  if (width < 1 || height < 1 || data.length !== width * height * 3) {
    throw new Error(`Image of ${width} by ${height} pixels has ${data.length} bytes`)
  }
}

/** Most of a frame's longer side over its shorter one: cameras reach 2.4; a longer strip costs more to look at than it can show. */
export const MAX_FRAME_ASPECT = 4
/** The same of a picture, which may be a zone cut out alone: two lines of 44 characters are 12 times as wide as high (ICAO 9303-4 §4.2). */
export const MAX_PICTURE_ASPECT = 16

/** Whether a frame has a camera's shape, and no strip's; or a picture that of what may be cut out of one. */
export function isFrameShape(
  { width, height }: Pick<Image, 'width' | 'height'>,
  maxAspect: number = MAX_FRAME_ASPECT,
): boolean {
  return Math.max(width, height) <= maxAspect * Math.min(width, height)
}

/** A point in pixels of the image it was found in; x to the right, y down. */
export interface Point {
  x: number
  y: number
}

/** Four corners in reading order of the card: top-left, top-right, bottom-right, bottom-left. */
export type Quad = [Point, Point, Point, Point]

/** An upright box in pixels. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}
