import type { Image } from '../../../domain/image.ts'
import type { Size } from '../../image/size.ts'
import { sampleRows } from './_sample-rows.ts'
import type { Region } from './region.ts'

/**
 * The region at another size, fast rather than smooth: when shrinking, each pixel is the mean of up to nine picked
 * ones. Outside the image the border repeats.
 */
export function sampleRegion(image: Image, region: Region, { width, height }: Size): Image {
  const data = new Uint8Array(width * height * 3)
  sampleRows(image, { region, size: { width, height } }, (row, sums, count) => {
    let at = row * sums.length
    for (let i = 0; i < sums.length; i++) data[at++] = sums[i] / count + 0.5
  })
  return { data, width, height }
}
