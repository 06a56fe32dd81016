/** How a picture's samples stand for colours. */
export interface ColorSpace {
  matrix: 'bt601' | 'bt709'
  /** `studio`: black 16, white 235; `full`: 0 to 255. */
  range: 'studio' | 'full'
}

/** What VP8 means unless told otherwise (RFC 6386 §9.2). */
export const VP8_COLOR_SPACE: ColorSpace = { matrix: 'bt601', range: 'studio' }

/** The RTP header extension that tells otherwise. */
export const COLOR_SPACE_URI = 'http://www.webrtc.org/experiments/rtp-hdrext/color-space'

/** Matrix coefficients of BT.709 (ITU-T H.273 table 4). */
const MATRIX_BT709 = 1
/** The extension's code of full range. */
const RANGE_FULL = 2
/** Primaries, transfer, matrix, and range with chroma siting: a byte each. */
const LEAST_BYTES = 4

/**
 * Reads the color-space extension (webrtc.org, experiments/rtp-hdrext/color-space): a canvas is sent in full
 * range, cameras mostly in studio range. Null for what is none.
 */
export function readColorSpace(extension: unknown): ColorSpace | null {
  if (!(extension instanceof Uint8Array) || extension.length < LEAST_BYTES) return null
  const matrix = extension[2] === MATRIX_BT709 ? 'bt709' : 'bt601'
  const range = ((extension[3] >> 4) & 0x03) === RANGE_FULL ? 'full' : 'studio'
  return { matrix, range }
}
