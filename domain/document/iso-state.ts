/**
 * States that zones write otherwise than ISO 3166-1 alpha-3 does (ICAO 9303-3 §5): Germany with one letter, and the kinds of
 * British nationality.
 */
const ISO_STATES: Readonly<Record<string, string>> = {
  D: 'DEU',
  GBD: 'GBR',
  GBN: 'GBR',
  GBO: 'GBR',
  GBP: 'GBR',
  GBS: 'GBR',
}

/**
 * The ISO 3166-1 alpha-3 code of a state as zones write it; as written where ISO has none, as for the stateless (XXA) and
 * for organisations.
 */
export function isoState(state: string): string {
  return ISO_STATES[state] ?? state
}
