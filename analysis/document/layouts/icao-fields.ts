import type { LayoutField } from './layout.ts'

/**
 * The fields of the visual zone with the labels that ICAO 9303-3 §3.2 and 9303-4 §4.1.1 ask for: English, French or
 * Spanish, beside the issuer's own language. Where they stand differs from state to state.
 */
export const ICAO_FIELDS: readonly LayoutField[] = [
  // Both names in one line, parted by a comma (ICAO 9303-3 §4.6), as passports of the Republic of China print them.
  {
    name: 'lastName',
    kind: 'full-name',
    labels: ['Name (Surname, Given names)', 'Surname, Given names', 'Surname and given names'],
  },
  {
    name: 'lastName',
    kind: 'name',
    labels: [
      'Surname',
      'Nom',
      'Apellidos',
      'Surname / Nom',
      'Nom / Surname',
      'Primary identifier',
      'Identifiant primaire',
    ],
  },
  {
    name: 'firstNames',
    kind: 'names',
    labels: [
      'Given names',
      'Prénoms',
      'Nombres',
      'Given names / Prénoms',
      'Prénoms / Given names',
      'Secondary identifier',
      'Identifiant secondaire',
    ],
  },
  {
    name: 'birthDate',
    kind: 'date',
    labels: [
      'Date of birth',
      'Date de naissance',
      'Naissance',
      'Fecha de nacimiento',
      'Date of birth / Naissance',
    ],
  },
  {
    name: 'birthPlace',
    kind: 'place',
    labels: ['Place of birth', 'Lieu de naissance', 'Lugar de nacimiento'],
  },
  { name: 'gender', kind: 'gender', labels: ['Sex', 'Sexe', 'Sexo'] },
  { name: 'nationality', kind: 'state', labels: ['Nationality', 'Nationalité', 'Nacionalidad'] },
  {
    name: 'documentNumber',
    kind: 'number',
    labels: [
      'Passport No.',
      'Passport number',
      'Document No.',
      'Document number',
      'Card No.',
      'No du passeport',
      'Numéro de document',
      'Pasaporte No.',
    ],
  },
  { name: 'personalNumber', kind: 'number', labels: ['Personal No.', 'No personnel', 'Personal number'] },
  {
    name: 'issueDate',
    kind: 'date',
    labels: ['Date of issue', 'Date de délivrance', 'Fecha de expedición', 'Issued / Délivrée le'],
  },
  {
    name: 'expiryDate',
    kind: 'date',
    labels: [
      'Date of expiry',
      'Date of expiration',
      "Date d'expiration",
      'Fecha de caducidad',
      'Expiry / Expiration',
      'Valid until',
      "Valide jusqu'au",
    ],
  },
  { name: 'issuePlace', kind: 'place', labels: ['Authority', 'Autorité', 'Autoridad'] },
  {
    name: null,
    kind: 'text',
    labels: [
      'Height',
      'Taille',
      'Height / Taille',
      'Code of issuing State',
      'Country code',
      'Code du pays',
      'Type',
      'Profession',
      'Signature',
      "Holder's signature",
      'Signature du titulaire',
    ],
  },
]
