import { isoState } from '../../../../domain/document/iso-state.ts'
import type { UnlikeLayout } from '../../../../domain/document/print-facts.ts'
import { isZoneState } from '../../../../domain/document/zone-states.ts'
import type { MrzFields } from '../../../../domain/facts.ts'
import type { KnownSide } from '../know-layout.ts'
import type { TextLine } from '../text-line.ts'

/** A code is read with less than this, or it may be a word of that shape. */
const SURE = 0.9

/**
 * What of a page is not of the state's own layout that its zone names: no check digit covers the letters by which a zone names its state
 * (ICAO 9303-4 §4.2.2). The shape of the zone's number, or the code of another state where pages print that of their own (ICAO
 * 9303-4 §4.1.1, zone I). Null where nothing is.
 */
export function unlikeLayout(
  { layout, side }: KnownSide,
  { zone, codes }: { zone: MrzFields; codes: readonly TextLine[] },
): UnlikeLayout[] | null {
  if (layout.country === null || layout.zone?.side !== side.side) return null
  const { pattern } = side.fields.find(({ name }) => name === 'documentNumber') ?? {}
  const isShaped = pattern === undefined || new RegExp(`^(?:${pattern})$`).test(zone.documentNumber ?? '')
  const states = codes.flatMap(({ text, confidence }) => (confidence < SURE ? [] : [text.trim()]))
  const isOther = (state: string) => isZoneState(state) && isoState(state) !== isoState(zone.issuingState)
  const unlike: UnlikeLayout[] = [
    ...(isShaped ? [] : (['number'] as const)),
    ...(states.some(isOther) ? (['state'] as const) : []),
  ]
  return unlike.length === 0 ? null : unlike
}
