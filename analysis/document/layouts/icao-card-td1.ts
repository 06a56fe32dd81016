import { ICAO_FIELDS } from './icao-fields.ts'
import type { DocumentLayout } from './layout.ts'
import { IDENTITY_CARD_TITLES } from './titles/card-titles.ts'

/** Cards of size ID-1 of any state (ICAO 9303-5): known by their title, or by the zone on their back. */
export const ICAO_CARD_TD1: DocumentLayout = {
  id: 2,
  code: 'TD1',
  country: null,
  documentType: 'ID',
  documentTypeDetailed: null,
  zone: { format: 'TD1', side: 'back', codes: ['I', 'A', 'C'] },
  sides: [
    {
      side: 'front',
      words: IDENTITY_CARD_TITLES,
      labels: 'above',
      fields: ICAO_FIELDS,
    },
    { side: 'back', words: [], labels: 'above', fields: ICAO_FIELDS },
  ],
}
