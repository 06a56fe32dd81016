import type { Image } from '../../../domain/image.ts'
import type { Engine } from '../../engine.ts'
import { lumaPlane } from '../../image/luma-plane.ts'
import type { MrzPosteriors } from '../decoding/mrz-posteriors.ts'

/** Height of a line for the network and the width that one step of its answer covers, px (tools/train/lines.py). */
export const ZONE_LINE = { height: 36, step: 6 }
/**
 * Below this mean probability of a line's characters the recogniser of OCR-B has not read a zone: zones read right have
 * 0.95 and more, other print under a zone's grammar at most 0.6.
 */
export const MIN_OWN_CONFIDENCE = 0.8
/** Least deviation that a line is scaled by: a blank strip is not stretched to noise (tools/train/lines.py). */
const MIN_DEVIATION = 4

/**
 * Reads one upright line of a zone, cut at the network's height and a width that is a multiple of its step. The
 * network was trained on OCR-B alone and marks each character at its middle. About 15 ms.
 */
export async function recognizeZoneLine(engine: Engine, line: Image): Promise<MrzPosteriors> {
  const input = { data: normalize(lumaPlane(line).data), shape: [1, 1, line.height, line.width] }
  const [output] = Object.values(await engine.run('zone-recognition', input))
  return { data: output.data, steps: output.shape[1] }
}

/** Mean 0 and deviation 1, as in training. */
function normalize(luma: Uint8Array): Float32Array {
  let sum = 0
  let squares = 0
  for (const value of luma) {
    sum += value
    squares += value * value
  }
  const mean = sum / luma.length
  const deviation = Math.max(MIN_DEVIATION, Math.sqrt(Math.max(0, squares / luma.length - mean ** 2)))
  const normal = new Float32Array(luma.length)
  for (let i = 0; i < normal.length; i++) normal[i] = (luma[i] - mean) / deviation
  return normal
}
