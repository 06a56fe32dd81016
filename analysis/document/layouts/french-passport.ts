import type { DocumentLayout } from './layout.ts'
import { FRENCH_NATIONALITIES } from './words/french-words.ts'

/** French passport, the data page issued since 2006; labels by decree 2005-1726, places by ICAO 9303-4 §4. */
export const FRENCH_PASSPORT: DocumentLayout = {
  id: 101,
  code: 'P1',
  country: 'FRA',
  documentType: 'Passport',
  documentTypeDetailed: 'PASSEPORT',
  zone: { format: 'TD3', side: 'front', codes: ['P'] },
  nationalities: FRENCH_NATIONALITIES,
  sides: [
    {
      side: 'front',
      codes: 'none',
      words: ['PASSEPORT', 'RÉPUBLIQUE FRANÇAISE', 'PASSPORT'],
      labels: 'above',
      portrait: [0, 0.18, 0.31, 0.74],
      // The header (ICAO 9303-4 §4.1.1, zone I) left of the number: type and code of the state are the zone's.
      titles: [0, 0, 0.62, 0.2],
      signature: [0.66, 0.63, 0.99, 0.75],
      fields: [
        {
          name: 'documentNumber',
          kind: 'number',
          labels: ['Passeport n°', 'Passport No.', 'Passeport n° / Passport No.'],
          place: [0.64, 0.1, 1, 0.26],
          pattern: '[0-9]{2}[A-Z]{2}[0-9]{5}',
        },
        {
          name: 'lastName',
          kind: 'name',
          labels: ['Nom / Surname', 'Nom'],
          place: [0.3, 0.21, 1, 0.34],
        },
        {
          name: 'firstNames',
          kind: 'names',
          labels: ['Prénoms / Given names', 'Prénoms'],
          place: [0.3, 0.29, 1, 0.43],
        },
        {
          name: 'nationality',
          kind: 'state',
          labels: ['Nationalité / Nationality'],
          place: [0.3, 0.39, 0.68, 0.5],
        },
        {
          name: 'birthDate',
          kind: 'date',
          labels: ['Date de naissance / Date of birth'],
          place: [0.3, 0.46, 0.62, 0.59],
        },
        { name: 'gender', kind: 'gender', labels: ['Sexe / Sex'], place: [0.3, 0.46, 1, 0.66] },
        {
          name: 'birthPlace',
          kind: 'place',
          labels: ['Lieu de naissance / Place of birth'],
          place: [0.36, 0.46, 1, 0.66],
        },
        {
          name: 'issueDate',
          kind: 'date',
          labels: ['Date de délivrance / Date of issue'],
          place: [0.3, 0.54, 0.62, 0.68],
        },
        {
          name: 'issuePlace',
          kind: 'place',
          labels: ['Autorité / Authority'],
          place: [0.55, 0.54, 1, 0.74],
        },
        {
          name: 'expiryDate',
          kind: 'date',
          labels: ["Date d'expiration / Date of expiry"],
          place: [0.3, 0.62, 0.62, 0.76],
        },
        {
          name: 'residenceAddress',
          kind: 'text',
          labels: ['Domicile / Residence'],
          lines: 2,
        },
      ],
    },
  ],
}
