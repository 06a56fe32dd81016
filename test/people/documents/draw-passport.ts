import type { Image } from '../../../domain/image.ts'
import { guilloche } from './guilloche.ts'
import type { IssuedDocument } from './issue-document.ts'
import { ocrBZone } from './ocr-b.ts'
import { printedText } from './printed-text.ts'
import {
  ground,
  portraitPrint,
  printedDate,
  printFields,
  renderSheet,
  signature,
  specimenMark,
} from './sheet.ts'
import { writeMrz } from './write-mrz.ts'

/** Data page of a passport: TD3, 125 by 88 mm (ICAO 9303-4 §2). */
export const PASSPORT_SIZE = { widthMm: 125, heightMm: 88, cornerRadiusMm: 2.5 } as const

/** Top of the zone that is kept free of other print, and base line of its last line; millimetres. */
const ZONE = { top: 64.8, lastBaseline: 79.9 }
const PORTRAIT = { x: 6, y: 17, width: 34, height: 43.5 }
/** Room for a line that runs to the right edge, millimetres. */
const LINE_WIDTH_MM = 74
const FIELDS_X = 45

/** Draws the data page of a passport of Utopia. */
export async function drawPassport(document: IssuedDocument): Promise<Image> {
  const { holder } = document
  const { widthMm, heightMm } = PASSPORT_SIZE
  return renderSheet(
    PASSPORT_SIZE,
    [
      ground(PASSPORT_SIZE, { from: '#e4eef6', to: '#f4e6ea' }),
      guilloche({ widthMm, heightMm: ZONE.top, seed: 11, colors: ['#7fa6c9', '#c9879d', '#8fb894'] }),
      printedText({ text: 'PASSPORT', x: 6, baseline: 8.6, size: 5, weight: 'bold', color: '#25406e' }),
      printedText({ text: 'PASSEPORT', x: 6, baseline: 12.8, size: 3, color: '#25406e' }),
      printedText({
        text: 'UTOPIA · SPECIMEN',
        x: FIELDS_X,
        baseline: 8.6,
        size: 5,
        weight: 'bold',
        color: '#a5322a',
      }),
      await portraitPrint(holder.person, PORTRAIT),
      printFields(fieldsOf(document)),
      signature(holder.person.seed, { x: 88, y: 60, width: 26 }),
      specimenMark({ x: 84, y: 39, size: 17, angle: -18 }),
      `<rect y="${ZONE.top}" width="${widthMm}" height="${heightMm - ZONE.top}" fill="#fbfaf6" opacity="0.85"/>`,
      ocrBZone(writeMrz(document) ?? [], { widthMm, lastBaselineMm: ZONE.lastBaseline }),
    ].join(''),
  )
}

function fieldsOf(document: IssuedDocument) {
  const { holder } = document
  return [
    { label: 'Type', value: 'P', x: FIELDS_X, y: 13.6 },
    { label: 'Code of issuing State', value: document.issuingState, x: 58, y: 13.6 },
    { label: 'Passport No. / No du passeport', value: document.number, x: 88, y: 13.6 },
    {
      label: 'Surname / Nom',
      value: holder.lastName.toUpperCase(),
      x: FIELDS_X,
      y: 21.2,
      maxWidth: LINE_WIDTH_MM,
      size: 3.6,
    },
    {
      label: 'Given names / Prénoms',
      value: holder.firstNames.join(' ').toUpperCase(),
      x: FIELDS_X,
      y: 28.9,
      maxWidth: LINE_WIDTH_MM,
      size: 3.6,
    },
    { label: 'Nationality / Nationalité', value: 'UTOPIAN', x: FIELDS_X, y: 36.6 },
    {
      label: 'Personal No. / No personnel',
      value: holder.personalNumber ?? '—',
      x: 88,
      y: 36.6,
    },
    {
      label: 'Date of birth / Date de naissance',
      value: printedDate(holder.birthDate),
      x: FIELDS_X,
      y: 43.9,
    },
    { label: 'Sex / Sexe', value: holder.gender, x: 78, y: 43.9 },
    { label: 'Place of birth / Lieu de naissance', value: holder.birthPlace.toUpperCase(), x: 88, y: 43.9 },
    {
      label: 'Date of issue / Date de délivrance',
      value: printedDate(document.issueDate),
      x: FIELDS_X,
      y: 51.2,
    },
    { label: 'Authority / Autorité', value: document.authority.toUpperCase(), x: 80, y: 51.2, size: 2.8 },
    {
      label: "Date of expiry / Date d'expiration",
      value: printedDate(document.expiryDate),
      x: FIELDS_X,
      y: 58.5,
    },
  ]
}
