import { ICAO_FIELDS } from './icao-fields.ts'
import type { DocumentLayout } from './layout.ts'

/** Passports of any state (ICAO 9303-4): known by their zone. */
export const ICAO_PASSPORT: DocumentLayout = {
  id: 1,
  code: 'TD3',
  country: null,
  documentType: 'Passport',
  documentTypeDetailed: null,
  zone: { format: 'TD3', side: 'front', codes: ['P'] },
  sides: [
    {
      side: 'front',
      words: ['PASSPORT', 'PASSEPORT', 'PASAPORTE'],
      labels: 'above',
      portrait: [0, 0.2, 0.3, 0.7],
      fields: ICAO_FIELDS,
    },
  ],
}
