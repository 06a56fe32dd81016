import type { DocumentLayout } from './layout.ts'
import { FRENCH_NATIONALITIES } from './words/french-words.ts'

/** The blue French identity card of 1988 (decree 55-1397), the zone of two lines of 36 on its front. */
export const FRENCH_ID_CARD_1988: DocumentLayout = {
  id: 102,
  code: 'I3',
  country: 'FRA',
  documentType: 'ID',
  documentTypeDetailed: "CARTE NATIONALE D'IDENTITÉ",
  zone: { format: 'FR-2x36', side: 'front', codes: ['IDFRA'] },
  nationalities: FRENCH_NATIONALITIES,
  sides: [
    {
      side: 'front',
      codes: 'none',
      words: ["CARTE NATIONALE D'IDENTITÉ", 'RÉPUBLIQUE FRANÇAISE', 'Taille', 'Prénom(s)', 'Né(e) le'],
      labels: 'before',
      portrait: [0, 0.19, 0.29, 0.66],
      // Left of the number, which may stand in one line with the title's end.
      titles: [0, 0, 0.32, 0.14],
      signature: [0.56, 0.54, 0.99, 0.72],
      fields: [
        { name: 'documentNumber', kind: 'number', labels: ['N°', 'No'], pattern: '[0-9A-Z]{12}' },
        { name: 'lastName', kind: 'name', labels: ['Nom'], place: [0.3, 0.12, 1, 0.3] },
        { name: 'marriedName', kind: 'name', labels: ['Épouse', 'Nom d’usage'] },
        {
          name: 'firstNames',
          kind: 'names',
          labels: ['Prénom(s)', 'Prénoms'],
          place: [0.3, 0.22, 1, 0.42],
        },
        { name: 'gender', kind: 'gender', labels: ['Sexe'] },
        { name: 'birthDate', kind: 'date', labels: ['Né(e) le'], place: [0.3, 0.3, 1, 0.55] },
        { name: 'birthPlace', kind: 'place', labels: ['à'], place: [0.3, 0.43, 0.8, 0.54] },
        { name: null, kind: 'text', labels: ['Taille'] },
        { name: 'nationality', kind: 'state', labels: ['Nationalité'] },
      ],
    },
    {
      side: 'back',
      codes: 'none',
      words: ["Carte valable jusqu'au", 'délivrée le', 'Adresse', 'par'],
      labels: 'before',
      fields: [
        {
          name: 'residenceAddress',
          kind: 'text',
          labels: ['Adresse'],
          lines: 3,
          place: [0.15, 0.08, 1, 0.25],
        },
        { name: 'expiryDate', kind: 'date', labels: ["Carte valable jusqu'au", "valable jusqu'au"] },
        { name: 'issueDate', kind: 'date', labels: ['délivrée le'] },
        { name: 'issuePlace', kind: 'place', labels: ['par'] },
      ],
    },
  ],
}
