import { zerosAndOnes } from '../../../mrz/format/zeros-and-ones.ts'

/** A printed number with the zeros and ones that the recogniser took for letters, where those make it the zone's; as read where they do not. */
export function reconcileNumber(read: string, zone: string | null): string {
  return zone !== null && zerosAndOnes(read) === zerosAndOnes(zone) ? zone : read
}
