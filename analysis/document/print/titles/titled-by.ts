import { isoState } from '../../../../domain/document/iso-state.ts'
import type { DocumentLayout } from '../../layouts/layout.ts'
import { lettersOf } from '../find-label.ts'
import { type KnownSide, TITLES } from '../know-layout.ts'
import type { TextLine } from '../text-line.ts'

/**
 * The state (ISO 3166-1 alpha-3) whose own layout has the titles that a front carries which its zone knows as one of any state; null
 * where there is none. No check digit covers the letters by which a zone names its state (ICAO 9303-4 §4.2.2). Both titles must stand
 * there to the letter: RÉPUBLIQUE LIBANAISE is RÉPUBLIQUE FRANÇAISE but for a letter in five.
 */
export function titledBy(
  layouts: readonly DocumentLayout[],
  { layout, side }: KnownSide,
  lines: readonly TextLine[],
): string | null {
  if (layout.country !== null || side.side !== 'front') return null
  const texts = lines.map(({ text }) => lettersOf(text).letters)
  const isPrinted = (title: string) => texts.some((text) => text.includes(lettersOf(title).letters))
  const own = layouts.find(
    ({ country, zone, sides }) =>
      country !== null &&
      zone?.side === 'front' &&
      sides.some((one) => one.side === 'front' && one.words.slice(0, TITLES).every(isPrinted)),
  )
  return own?.country ? isoState(own.country) : null
}
