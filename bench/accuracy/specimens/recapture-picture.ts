import sharp from 'sharp'
import { homographyOntoQuad, mapPoint } from '../../../analysis/image/homography.ts'
import type { Image } from '../../../domain/image.ts'

/** Samples along a side of a camera's pixel: its surface gathers light, it does not look at a point. */
const SAMPLES = 4
/** Share of a screen's pixel that each lamp is wide and high; the rest is dark. */
const LAMP = { width: 0.28, height: 0.82 }
/** Light that lamps of one colour let through to the others' filters of the camera. */
const CROSSTALK = 0.12
/** The lens and the demosaicing of a phone, px. */
const BLUR_SIGMA = 0.6
const JPEG_QUALITY = 88
/** How bright a white screen comes out, levels. */
const WHITE = 235

/** A screen before a camera. */
export interface Recapture {
  /** Pixels of the screen for one of the camera. */
  pitch: number
  /** How far it is turned, degrees. */
  turnDegrees: number
}

/**
 * The picture as a camera sees it on a screen. Nothing here is shared with the screens of `test/people`: lamps with gaps,
 * gathered over the camera's pixel, blurred and compressed.
 */
export async function recapturePicture(picture: Image, { pitch, turnDegrees }: Recapture): Promise<Image> {
  const { width, height } = picture
  const turn = (turnDegrees * Math.PI) / 180
  const map = homographyOntoQuad({ width, height }, [
    { x: 0, y: 0 },
    { x: width * Math.cos(turn), y: width * Math.sin(turn) },
    {
      x: width * Math.cos(turn) - 0.97 * height * Math.sin(turn),
      y: 0.99 * (width * Math.sin(turn) + height * Math.cos(turn)),
    },
    { x: -height * Math.sin(turn), y: height * Math.cos(turn) },
  ])
  const seen = new Float32Array(width * height * 3)
  for (let y = 0; y < height * SAMPLES; y++) {
    for (let x = 0; x < width * SAMPLES; x++) {
      const at = mapPoint(map, { x: (x + 0.5) / SAMPLES, y: (y + 0.5) / SAMPLES })
      const place = (Math.floor(y / SAMPLES) * width + Math.floor(x / SAMPLES)) * 3
      // The picture stands upright before the camera; its grid alone is turned.
      addLight(seen, { place, lamp: lampAt(at.x * pitch, at.y * pitch), source: picture.data })
    }
  }
  const greatest = LAMP.width * LAMP.height * (1 + 2 * CROSSTALK)
  const levels = seen.map((light) => Math.min(255, (light / SAMPLES ** 2 / greatest) * (WHITE / 255)))
  return compress({ data: Uint8Array.from(levels), width, height })
}

/** Which lamp shines at a place of the screen, in its pixels: 0 to 2, or none between them. */
function lampAt(x: number, y: number): number | null {
  const across = (x - Math.floor(x)) * 3
  const lamp = Math.min(2, Math.floor(across))
  const isLit = Math.abs(across - lamp - 0.5) < (LAMP.width * 3) / 2 && y - Math.floor(y) < LAMP.height
  return isLit ? lamp : null
}

function addLight(
  seen: Float32Array,
  { place, lamp, source }: { place: number; lamp: number | null; source: Uint8Array },
): void {
  if (lamp === null) return
  const light = source[place + lamp]
  for (let channel = 0; channel < 3; channel++) {
    seen[place + channel] += channel === lamp ? light : light * CROSSTALK
  }
}

async function compress({ data, width, height }: Image): Promise<Image> {
  const file = await sharp(data, { raw: { width, height, channels: 3 } })
    .blur(BLUR_SIGMA)
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer()
  const raw = await sharp(file).removeAlpha().raw().toBuffer()
  return { data: new Uint8Array(raw), width, height }
}
