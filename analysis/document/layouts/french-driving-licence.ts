import type { DocumentLayout } from './layout.ts'

/** The French driving licence of 2013: the model of Directive 2006/126/EC, annex I. */
export const FRENCH_DRIVING_LICENCE: DocumentLayout = {
  id: 105,
  code: 'D1',
  country: 'FRA',
  documentType: 'Driving licence',
  documentTypeDetailed: 'PERMIS DE CONDUIRE',
  zone: null,
  sides: [
    {
      side: 'front',
      codes: 'none',
      words: ['PERMIS DE CONDUIRE', 'RÉPUBLIQUE FRANÇAISE'],
      labels: 'numbers',
      portrait: [0, 0.22, 0.32, 0.9],
      signature: [0.4, 0.73, 0.75, 0.88],
      fields: [
        { name: 'lastName', kind: 'name', labels: ['1'], place: [0.33, 0.14, 1, 0.38] },
        { name: 'firstNames', kind: 'names', labels: ['2'], place: [0.33, 0.22, 1, 0.48] },
        { name: 'birthDate', kind: 'date', labels: ['3'] },
        { name: 'birthPlace', kind: 'place', labels: ['3'] },
        { name: 'issueDate', kind: 'date', labels: ['4a'] },
        { name: 'expiryDate', kind: 'date', labels: ['4b'] },
        { name: 'issuePlace', kind: 'place', labels: ['4c'] },
        { name: 'documentNumber', kind: 'number', labels: ['5'], pattern: '[0-9]{2}[A-Z]{2}[0-9]{5}' },
        { name: 'remarks', kind: 'text', labels: ['9'] },
      ],
    },
    {
      side: 'back',
      codes: 'none',
      // Its one line of OCR-B begins with these; the rest of the side is as everywhere in Europe.
      words: ['D1FRA', 'D1FRA', '9.', '10.', '11.', '12.', 'AM', 'A1', 'B1', 'BE', 'C1', 'C1E'],
      labels: 'numbers',
      licenceLine: 'D1FRA',
      fields: [
        { name: 'obtainingDate', kind: 'date', labels: ['B:10'] },
        { name: 'carDrivingLicenseExpiryDate', kind: 'date', labels: ['B:11'] },
        { name: 'remarks', kind: 'text', labels: ['12'] },
      ],
    },
  ],
}
