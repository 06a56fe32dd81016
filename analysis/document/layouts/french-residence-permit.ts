import type { DocumentLayout } from './layout.ts'
import { FRENCH_NATIONALITIES } from './words/french-words.ts'

/** The French residence permit: the uniform card of Regulation (EU) 2017/1954, annex, with French labels. */
export const FRENCH_RESIDENCE_PERMIT: DocumentLayout = {
  id: 104,
  code: 'R1',
  country: 'FRA',
  documentType: 'Residence Permit',
  documentTypeDetailed: 'TITRE DE SÉJOUR',
  zone: { format: 'TD1', side: 'back', codes: ['IRFRA', 'ARFRA', 'CRFRA', 'TSFRA', 'RPFRA'] },
  nationalities: FRENCH_NATIONALITIES,
  sides: [
    {
      side: 'front',
      words: ['TITRE DE SÉJOUR', 'RESIDENCE PERMIT', 'CATÉGORIE DU TITRE', 'NOM - Prénoms'],
      labels: 'above',
      portrait: [0, 0.2, 0.32, 0.86],
      titles: [0.1, 0, 0.6, 0.18],
      signature: [0.6, 0.78, 1, 1],
      fields: [
        {
          name: 'documentNumber',
          kind: 'number',
          labels: ['N° DU TITRE / Document No'],
          place: [0.6, 0, 1, 0.2],
          pattern: '[0-9A-Z]{9}',
        },
        {
          name: 'lastName',
          kind: 'full-name',
          labels: ['NOM - Prénoms / Name - Given names', 'NOM Prénoms / Surname Given names'],
          place: [0.33, 0.16, 1, 0.36],
        },
        { name: 'gender', kind: 'gender', labels: ['SEXE / Sex'], place: [0.33, 0.3, 0.5, 0.52] },
        {
          name: 'nationality',
          kind: 'state',
          labels: ['NATIONALITÉ / Nationality'],
          place: [0.42, 0.3, 0.75, 0.52],
        },
        {
          name: 'birthDate',
          kind: 'date',
          labels: ['DATE DE NAISSANCE / Date of birth', 'NAISSANCE / Date of birth'],
          place: [0.6, 0.3, 1, 0.52],
        },
        {
          name: 'remarks',
          kind: 'text',
          labels: ['CATÉGORIE DU TITRE / Type of permit', 'REMARQUES / Remarks'],
          place: [0.33, 0.44, 1, 0.66],
          lines: 2,
        },
        {
          name: 'expiryDate',
          kind: 'date',
          labels: ["DATE D'EXPIRATION / Card expiry", 'FIN DE VALIDITÉ / Valid until'],
          place: [0.33, 0.58, 0.75, 0.84],
        },
        {
          name: 'personalNumber',
          kind: 'number',
          labels: ['N° PERSONNEL / Personal No', 'N° ÉTRANGER / Foreigner No'],
          pattern: '[0-9]{10}',
        },
      ],
    },
    {
      side: 'back',
      words: ['LIEU DE NAISSANCE / Place of birth', 'DATE ET LIEU DE DÉLIVRANCE', 'ADRESSE / Address'],
      labels: 'above',
      fields: [
        { name: 'birthPlace', kind: 'place', labels: ['LIEU DE NAISSANCE / Place of birth'] },
        {
          name: 'issueDate',
          kind: 'date',
          labels: ['DATE DE DÉLIVRANCE / Date of issue', 'DÉBUT DE VALIDITÉ / Valid from'],
          place: [0.45, 0, 1, 0.3],
        },
        { name: 'issuePlace', kind: 'place', labels: ['AUTORITÉ / Authority', 'LIEU DE DÉLIVRANCE'] },
        { name: 'residenceAddress', kind: 'text', labels: ['ADRESSE / Address'], lines: 2 },
      ],
    },
  ],
}
