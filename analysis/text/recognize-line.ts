import type { Image } from '../../domain/image.ts'
import type { Engine } from '../engine.ts'
import { resizeImage } from '../image/resize-image.ts'
import type { TextPosteriors } from './text-posteriors.ts'

/** Height of a line for the network, px. */
export const LINE_HEIGHT = 48
/** One step of the posteriors covers this width of a 48 px high line, px. */
export const STEP_WIDTH = 8
/** Shorter lines are padded with grey, px: narrower input reads single letters worse, wider costs time for nothing. */
const MIN_WIDTH = 96
/** Longest line looked at, px at 48 px height: a bound on time and memory. */
const MAX_WIDTH = 2400

/** Reads one upright line of text as posteriors; the image is scaled to 48 px height. About 0.1 s. */
export async function recognizeLine(engine: Engine, line: Image): Promise<TextPosteriors> {
  const natural = Math.round((line.width * LINE_HEIGHT) / line.height)
  const width = Math.max(STEP_WIDTH, Math.min(MAX_WIDTH, natural))
  const padded = Math.max(MIN_WIDTH, Math.ceil(width / STEP_WIDTH) * STEP_WIDTH)
  const scaled = resizeImage(line, { width, height: LINE_HEIGHT })
  const input = { data: normalize(scaled, padded), shape: [1, 3, LINE_HEIGHT, padded] }
  const [output] = Object.values(await engine.run('text-recognition', input))
  const [, steps, classes] = output.shape
  const used = Math.min(steps, Math.ceil(width / STEP_WIDTH))
  return { data: output.data.subarray(0, used * classes), steps: used, classes }
}

/** Channels apart, -1 to 1; 0 right of the line. */
function normalize(image: Image, paddedWidth: number): Float32Array {
  const values = new Float32Array(3 * LINE_HEIGHT * paddedWidth)
  for (let channel = 0; channel < 3; channel++) {
    for (let y = 0; y < LINE_HEIGHT; y++) {
      const row = (channel * LINE_HEIGHT + y) * paddedWidth
      let from = y * image.width * 3 + channel
      for (let x = 0; x < image.width; x++, from += 3) values[row + x] = image.data[from] / 127.5 - 1
    }
  }
  return values
}
