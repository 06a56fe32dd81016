/** A fixed length, the most that a length may be, or any length, characters. */
export type ElementLength = number | { most: number } | 'any'

/**
 * Lengths of the elements of a 2D-Doc (ANTS 2D-Doc 3.1.3 §7): of the group common to all documents (0x) and of
 * titles of identity (6x).
 */
export const ELEMENT_LENGTHS: ReadonlyMap<string, ElementLength> = new Map<string, ElementLength>([
  ...['01', '02', '03', '04', '05', '0C'].map((id) => [id, 'any'] as const),
  ...fixed(4, ['06', '08', '09']),
  ...fixed(6, ['07']),
  ...fixed(9, ['0A', '0B']),
  ...fixed(36, ['0D']),
  ...fixed(1, ['68', '6J']),
  ...fixed(2, ['65', '67', '6C', '6I', '6Y']),
  ...fixed(3, ['6B']),
  ...fixed(5, ['6W']),
  ...fixed(8, ['69', '6L', '6N', '6O']),
  ...fixed(12, ['6R']),
  ...fixed(19, ['6K']),
  ...upTo(10, ['6H', '6Q']),
  ...upTo(11, ['6Z']),
  ...upTo(20, ['61', '66']),
  ...upTo(32, ['6A', '6X']),
  ...upTo(38, ['62', '63', '64', '6G', '6S', '6T', '6U', '6V']),
  ...upTo(40, ['6M', '6P']),
  ...upTo(60, ['60', '6D', '6E']),
  ...upTo(90, ['6F']),
])

function fixed(length: number, ids: readonly string[]): (readonly [string, number])[] {
  return ids.map((id) => [id, length] as const)
}

function upTo(most: number, ids: readonly string[]): (readonly [string, { most: number }])[] {
  return ids.map((id) => [id, { most }] as const)
}
