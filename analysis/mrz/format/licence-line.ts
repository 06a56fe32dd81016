import type { LinePlan } from './mrz-layout.ts'

const DIGITS = '0123456789'
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * The one line on the backs of French driving licences. No published text has its plan: it is taken from the specimen
 * that the French state published in 2013, whose number, expiry date and name are printed beside the line. Both digits
 * of that line agree with these ranges and the weights of ICAO 9303-3 §4.9, which one plan in a hundred does by chance.
 */
export const LICENCE_LINE: LinePlan = {
  lineLength: 30,
  lines: [
    [
      { name: 'documentCode', length: 2, alphabets: ['D', '1'] },
      { name: 'issuingState', length: 3, alphabets: ['F', 'R', 'A'] },
      { name: 'documentNumber', length: 9, alphabets: [DIGITS, DIGITS, LETTERS, LETTERS, DIGITS] },
      { name: 'documentNumberCheck', length: 1, alphabets: [DIGITS] },
      { name: 'expiryDate', length: 6, alphabets: [DIGITS, DIGITS, '01', DIGITS, '0123', DIGITS] },
      { name: 'lastName', length: 8, alphabets: [`${LETTERS}<`], order: 'last-name' },
      { name: 'compositeCheck', length: 1, alphabets: [DIGITS] },
    ],
  ],
  checks: [
    {
      name: 'document-number',
      over: ['documentCode', 'issuingState', 'documentNumber'],
      digit: 'documentNumberCheck',
    },
    {
      name: 'composite',
      over: [
        'documentCode',
        'issuingState',
        'documentNumber',
        'documentNumberCheck',
        'expiryDate',
        'lastName',
      ],
      digit: 'compositeCheck',
    },
  ],
}
