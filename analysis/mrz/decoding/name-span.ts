import type { MrzFormat } from '../../../domain/facts.ts'
import { MRZ_LAYOUTS } from '../format/mrz-layout.ts'
import { type ZoneSpan, zoneSpans } from '../lines/cut-zone.ts'
import { ZONE_GRAMMARS } from './decode-zone.ts'

/** The part of a zone that ends with its names, or with the last name: what follows in it has check digits or is told by the print. */
export function nameSpan(format: MrzFormat): ZoneSpan {
  const line = ZONE_GRAMMARS[format].findIndex(({ holdsNames }) => holdsNames)
  const spans = zoneSpans(MRZ_LAYOUTS[format])
  const span = spans.get('names') ?? spans.get('lastName')
  return { line, from: 0, to: span?.line === line ? span.to : MRZ_LAYOUTS[format].lineLength }
}
