/** Values of fewer characters stand in other print by chance. */
const CHARACTERS_MINIMUM = 3

/** Whether what a zone tells is long enough to be known again wherever it is printed. */
export function isToldAtLength(told: string | readonly string[] | null): boolean {
  return told !== null && [told].flat().join('').length >= CHARACTERS_MINIMUM
}
