import { ICAO_FIELDS } from './icao-fields.ts'
import type { DocumentLayout } from './layout.ts'
import { RESIDENCE_PERMIT_TITLES } from './titles/card-titles.ts'

/** Residence permits of size ID-1 of any state: known by their title, or by the code of the zone on their back. */
export const ICAO_PERMIT_TD1: DocumentLayout = {
  id: 5,
  code: 'TD1R',
  country: null,
  documentType: 'Residence Permit',
  documentTypeDetailed: null,
  // The codes that answers take for permits (server/checks/read-document.ts).
  zone: { format: 'TD1', side: 'back', codes: ['IR', 'AR', 'CR', 'RP'] },
  sides: [
    { side: 'front', words: RESIDENCE_PERMIT_TITLES, labels: 'above', fields: ICAO_FIELDS },
    { side: 'back', words: [], labels: 'above', fields: ICAO_FIELDS },
  ],
}
