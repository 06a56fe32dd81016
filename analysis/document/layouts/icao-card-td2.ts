import { ICAO_FIELDS } from './icao-fields.ts'
import type { DocumentLayout } from './layout.ts'

/** Cards of size ID-2 of any state (ICAO 9303-6): known by the zone on their front. */
export const ICAO_CARD_TD2: DocumentLayout = {
  id: 3,
  code: 'TD2',
  country: null,
  documentType: 'ID',
  documentTypeDetailed: null,
  zone: { format: 'TD2', side: 'front', codes: ['I', 'A', 'C'] },
  sides: [
    { side: 'front', words: [], labels: 'above', fields: ICAO_FIELDS },
    { side: 'back', words: [], labels: 'above', fields: ICAO_FIELDS },
  ],
}
