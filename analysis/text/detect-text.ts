import type { Image } from '../../domain/image.ts'
import type { Engine } from '../engine.ts'
import { resizeImage } from '../image/resize-image.ts'
import type { Size } from '../image/size.ts'
import { smallestBox } from './_smallest-box.ts'
import { type TextMap, textRegions } from './_text-regions.ts'
import type { TextBox } from './text-box.ts'

/** The network halves its input five times. */
const SIZE_STEP = 32
/** Colour means and spreads of the network's training pictures, channel by channel, 0-1 (PP-OCRv4 detection). */
const MEANS = [0.485, 0.456, 0.406]
const SPREADS = [0.229, 0.224, 0.225]
/** A pixel belongs to text above this probability (Liao et al., "Real-time Scene Text Detection", AAAI 2020, §3). */
const PIXEL_THRESHOLD = 0.3
/** A region is text above this mean probability. */
const REGION_THRESHOLD = 0.5
/** The network marks shrunken regions; they grow back by area / perimeter times this (same paper, §3.5). */
const GROWTH = 1.6
/** Regions thinner than this are noise, px of the network's input. */
const MIN_THICKNESS = 2

/**
 * Runs of text in an image, in its pixels, in no order. The image is looked at with its longer side at about
 * `longSide` px: cost grows with its square, 0.1-0.2 s at 640.
 */
export async function detectText(engine: Engine, image: Image, longSide: number): Promise<TextBox[]> {
  const size = networkSize(image, longSide)
  const input = { data: normalize(resizeImage(image, size)), shape: [1, 3, size.height, size.width] }
  const [output] = Object.values(await engine.run('text-detection', input))
  const scale = { x: image.width / size.width, y: image.height / size.height }
  return boxesOf({ data: output.data, ...size }, scale)
}

function networkSize(image: Image, longSide: number): Size {
  const scale = longSide / Math.max(image.width, image.height)
  const rounded = (length: number) =>
    Math.max(SIZE_STEP, Math.round((length * scale) / SIZE_STEP) * SIZE_STEP)
  return { width: rounded(image.width), height: rounded(image.height) }
}

/** What each level of a channel becomes. */
const LEVELS = MEANS.map((mean, channel) =>
  Float32Array.from({ length: 256 }, (_, level) => (level / 255 - mean) / SPREADS[channel]),
)

/** Channels apart, each centred and scaled as the network was trained. */
function normalize(image: Image): Float32Array {
  const count = image.width * image.height
  const values = new Float32Array(count * 3)
  for (let channel = 0; channel < 3; channel++) {
    const levels = LEVELS[channel]
    const plane = channel * count
    for (let i = 0, from = channel; i < count; i++, from += 3) values[plane + i] = levels[image.data[from]]
  }
  return values
}

function boxesOf(map: TextMap, scale: { x: number; y: number }): TextBox[] {
  const boxes: TextBox[] = []
  for (const region of textRegions(map, PIXEL_THRESHOLD)) {
    if (region.confidence < REGION_THRESHOLD) continue
    const outline = region.outline.map(({ x, y }) => ({ x: x * scale.x, y: y * scale.y }))
    const { center, width, height, angle } = smallestBox(outline)
    if (height < MIN_THICKNESS * scale.y) continue
    const growth = (width * height * GROWTH) / (2 * (width + height))
    boxes.push({
      center,
      width: width + 2 * growth,
      height: height + 2 * growth,
      angle,
      confidence: region.confidence,
    })
  }
  return boxes
}
