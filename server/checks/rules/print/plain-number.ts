/** Print that looks alike in both and is told apart by the zone's check digits alone. */
const LOOKALIKES: readonly (readonly [RegExp, string])[] = [
  [/[OQD]/g, '0'],
  [/[IL]/g, '1'],
  [/Z/g, '2'],
  [/S/g, '5'],
  [/G/g, '6'],
  [/B/g, '8'],
]

/** A number with every letter that looks like a digit as that digit, to compare what two places say of it, one of them print. */
export function plainNumber(text: string): string {
  return LOOKALIKES.reduce((number, [letters, digit]) => number.replace(letters, digit), text)
}
