import sharp from 'sharp'
import type { ReportPicture } from './report-content.ts'

/** Longest side of a picture in a report, pixels: 300 dots an inch in its box of under 6 cm. */
const MAX_SIDE_PIXELS = 700
/** Largest picture taken, pixels: four times a 1080p frame. */
const MAX_PIXELS = 4 * 1920 * 1080
/** JPEG quality at which a zone stays readable and a picture stays below 100 kB. */
const JPEG_QUALITY = 82

/** Makes a stored picture (PNG or JPEG) small enough for a report. Throws when it is damaged. */
export async function preparePicture(bytes: Uint8Array): Promise<ReportPicture> {
  const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .resize({ width: MAX_SIDE_PIXELS, height: MAX_SIDE_PIXELS, fit: 'inside', withoutEnlargement: true })
    .removeAlpha()
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer({ resolveWithObject: true })
  return { jpeg: data, width: info.width, height: info.height }
}
