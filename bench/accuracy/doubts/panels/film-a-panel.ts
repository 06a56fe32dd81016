import sharp from 'sharp'
import { homographyOntoQuad, mapPoint } from '../../../../analysis/image/homography.ts'
import type { Image, Quad } from '../../../../domain/image.ts'
import { type Random, seededRandom } from '../../../../test/people/random.ts'
import { inverseOf } from '../inverse-of.ts'
import { exposeSensor, type SensorSize } from './_bayer-sensor.ts'
import { type Shown, surfaceOf } from './_surfaces.ts'

/** Frame that reaches the rules, px: what a browser sends of the camera. */
const FRAME = { width: 1280, height: 720 }
/** Width of the card, shares of the sensor's; less where a card is so high that it would leave the frame. */
const WIDE = [0.62, 0.82] as const
const LARGEST = { wide: 0.8, high: 0.9 }
/** How a hand holds it: most turn, degrees, and how far corners are off a rectangle, shares of the sensor's width. */
const MOST_DEGREES = 9
const MOST_SKEW = 0.018
/** Light of white after exposure. */
const EXPOSURE = [0.75, 0.95] as const
/** A camera's scaler to the frame, its sharpening, and the quality of a stream's still frames. */
const SCALERS = ['cubic', 'lanczos2', 'linear'] as const
const SHARPENING = { sigma: 0.8, m1: 0.4, m2: 0.8 }
const STREAM_QUALITY = [60, 88] as const

/**
 * A frame of a card on a screen or on a desk, by a camera with a sensor of its own colours, `sensorScale` times as fine as the
 * frame. By these films the rule for screens was set; they share nothing but the inverse of a map with `fresh`, and no code with the films of `test/people`.
 */
export async function filmAPanel(
  card: Image,
  { shown, seed, sensorScale }: { shown: Shown; seed: number; sensorScale: number },
): Promise<Image> {
  const random = seededRandom(seed, 'development screen')
  const sensor = {
    width: Math.round(FRAME.width * sensorScale),
    height: Math.round(FRAME.height * sensorScale),
  }
  const picture = 'panel' in shown ? await scaleTo(card, shown.pixels) : card
  const toPicture = inverseOf(homographyOntoQuad(picture, placeCard(card, { sensor, random })))
  const lightAt = surfaceOf(shown, picture, random)
  const exposure = random.between(...EXPOSURE)
  const light = (x: number, y: number, channel: number) => {
    const place = mapPoint(toPicture, { x, y })
    return exposure * lightAt(place.x, place.y, channel)
  }
  return sendFrame(exposeSensor(sensor, { light, random }), { sensor, random })
}

function placeCard(
  { width, height }: Image,
  { sensor, random }: { sensor: SensorSize; random: Random },
): Quad {
  const ratio = height / width
  const wide =
    random.between(...WIDE) *
    sensor.width *
    Math.min(1, (LARGEST.high * sensor.height) / (LARGEST.wide * sensor.width * ratio))
  const turn = (random.between(-MOST_DEGREES, MOST_DEGREES) * Math.PI) / 180
  const skew = () => random.between(-MOST_SKEW, MOST_SKEW) * sensor.width
  const corner = (across: number, down: number) => ({
    x: sensor.width / 2 + wide * (across * Math.cos(turn) - down * ratio * Math.sin(turn)) + skew(),
    y: sensor.height / 2 + wide * (across * Math.sin(turn) + down * ratio * Math.cos(turn)) + skew(),
  })
  return [corner(-0.5, -0.5), corner(0.5, -0.5), corner(0.5, 0.5), corner(-0.5, 0.5)]
}

async function scaleTo({ data, width, height }: Image, wide: number): Promise<Image> {
  const file = sharp(data, { raw: { width, height, channels: 3 } }).resize(wide)
  const scaled = await file.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(scaled.data), width: scaled.info.width, height: scaled.info.height }
}

/** What arrives of the sensor's levels: scaled to the frame, sharpened, compressed with half of its colours' fineness. */
async function sendFrame(
  levels: Uint8Array,
  { sensor, random }: { sensor: SensorSize; random: Random },
): Promise<Image> {
  const quality = Math.round(random.between(...STREAM_QUALITY))
  const stream = await sharp(levels, { raw: { ...sensor, channels: 3 } })
    .resize(FRAME.width, FRAME.height, { kernel: random.pick(SCALERS) })
    .sharpen(SHARPENING)
    .jpeg({ quality, chromaSubsampling: '4:2:0' })
    .toBuffer()
  const decoded = await sharp(stream).removeAlpha().raw().toBuffer()
  return { data: new Uint8Array(decoded), ...FRAME }
}
