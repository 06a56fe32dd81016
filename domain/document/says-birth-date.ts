/**
 * Whether a printed date may be the date of birth that a zone tells. Zones have two digits of the year: print with four of them may
 * tell an earlier century. A later date is no birth, for the zone's is the latest that is not to come: the end of validity may be.
 */
export function saysBirthDate(printed: string | null, zone: string | null): boolean {
  return printed !== null && zone !== null && printed <= zone && printed.slice(2) === zone.slice(2)
}
