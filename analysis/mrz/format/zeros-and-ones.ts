/** A number with zeros and ones for O and I, which have one shape in print, and which check digits leave open in some zones. */
export function zerosAndOnes(number: string): string {
  return number.replaceAll('O', '0').replaceAll('I', '1')
}
