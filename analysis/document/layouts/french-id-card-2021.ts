import type { DocumentLayout } from './layout.ts'
import { FRENCH_NATIONALITIES } from './words/french-words.ts'

/** The French identity card of 2021: a TD1 card by Regulation (EU) 2019/1157, labels by the order of 17 March 2021. */
export const FRENCH_ID_CARD_2021: DocumentLayout = {
  id: 103,
  code: 'I4',
  country: 'FRA',
  documentType: 'ID',
  documentTypeDetailed: "CARTE NATIONALE D'IDENTITÉ",
  zone: { format: 'TD1', side: 'back', codes: ['IDFRA'] },
  nationalities: FRENCH_NATIONALITIES,
  sides: [
    {
      side: 'front',
      codes: 'none',
      words: ["CARTE NATIONALE D'IDENTITÉ / IDENTITY CARD", 'RÉPUBLIQUE FRANÇAISE', 'N° DU DOCUMENT'],
      labels: 'above',
      portrait: [0, 0.2, 0.32, 0.86],
      titles: [0.1, 0, 0.72, 0.16],
      signature: [0.5, 0.79, 0.96, 1],
      fields: [
        { name: 'lastName', kind: 'name', labels: ['NOM / Surname'], place: [0.33, 0.16, 1, 0.37] },
        {
          name: 'firstNames',
          kind: 'names',
          labels: ['Prénoms / Given names'],
          place: [0.33, 0.27, 1, 0.5],
        },
        { name: 'gender', kind: 'gender', labels: ['SEXE / Sex'], place: [0.33, 0.39, 0.5, 0.6] },
        {
          name: 'nationality',
          kind: 'state',
          labels: ['NATIONALITÉ / Nationality'],
          place: [0.42, 0.39, 0.75, 0.6],
        },
        {
          name: 'birthDate',
          kind: 'date',
          labels: ['DATE DE NAISS. / Date of birth'],
          place: [0.6, 0.39, 1, 0.6],
        },
        {
          name: 'birthPlace',
          kind: 'place',
          labels: ['LIEU DE NAISSANCE / Place of birth'],
          place: [0.33, 0.5, 1, 0.7],
        },
        {
          name: 'marriedName',
          kind: 'name',
          labels: ["NOM D'USAGE / Alternate name"],
        },
        {
          name: 'documentNumber',
          kind: 'number',
          labels: ['N° DU DOCUMENT / Document No'],
          place: [0.33, 0.65, 0.7, 0.9],
          pattern: '[0-9A-Z]{9}',
        },
        {
          name: 'expiryDate',
          kind: 'date',
          labels: ["DATE D'EXPIR. / Expiry date"],
          place: [0.6, 0.65, 1, 0.9],
        },
      ],
    },
    {
      side: 'back',
      words: ['TAILLE / Height', 'ADRESSE / Address', 'DATE DE DÉLIVRANCE / Date of issue'],
      labels: 'above',
      fields: [
        { name: null, kind: 'text', labels: ['TAILLE / Height'] },
        {
          name: 'issueDate',
          kind: 'date',
          labels: ['DATE DE DÉLIVRANCE / Date of issue'],
          place: [0.45, 0, 1, 0.3],
        },
        { name: 'residenceAddress', kind: 'text', labels: ['ADRESSE / Address'], lines: 3 },
      ],
    },
  ],
}
