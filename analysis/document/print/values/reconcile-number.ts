/** A printed number with the zeros and ones that the recogniser took for letters, where those make it the zone's; as read where they do not. */
export function reconcileNumber(read: string, zone: string | null): string {
  return zone !== null && plainNumber(read) === plainNumber(zone) ? zone : read
}

/** Print has one shape for O and zero, and for I and one; check digits tell them apart in zones. */
export function plainNumber(number: string): string {
  return number.replaceAll('O', '0').replaceAll('I', '1')
}
