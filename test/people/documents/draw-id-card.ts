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

/** A card of format TD1 / ID-1: 85.6 by 54 mm, corners of 3.18 mm (ISO/IEC 7810 §5). */
export const ID_CARD_SIZE = { widthMm: 85.6, heightMm: 53.98, cornerRadiusMm: 3.18 } as const

/** Top of the zone on the back and base line of its last line; millimetres. */
const ZONE = { top: 29.5, lastBaseline: 48.6 }
const PORTRAIT = { x: 4.5, y: 12.5, width: 26, height: 33.4 }
/** Room for a line that runs to the right edge, millimetres. */
const LINE_WIDTH_MM = 45
const FIELDS_X = 34
const COLORS = ['#86a7bd', '#a9b87a', '#c29a6b']

/** Draws the front of an identity card of Utopia: portrait and printed fields. */
export async function drawIdCardFront(document: IssuedDocument): Promise<Image> {
  const { holder } = document
  return renderSheet(
    ID_CARD_SIZE,
    [
      ground(ID_CARD_SIZE, { from: '#e6f0ee', to: '#f3efe0' }),
      guilloche({ ...ID_CARD_SIZE, seed: 23, colors: COLORS }),
      printedText({ text: 'UTOPIA', x: 4.5, baseline: 6.2, size: 4, weight: 'bold', color: '#1f5a4e' }),
      printedText({ text: 'IDENTITY CARD', x: 22, baseline: 6.2, size: 4, weight: 'bold', color: '#1f5a4e' }),
      printedText({ text: 'SPECIMEN', x: 62, baseline: 6.2, size: 4, weight: 'bold', color: '#a5322a' }),
      printedText({ text: "CARTE D'IDENTITÉ", x: 22, baseline: 9.4, size: 2.2, color: '#1f5a4e' }),
      await portraitPrint(holder.person, PORTRAIT),
      printFields([
        {
          label: 'Surname / Nom',
          value: holder.lastName.toUpperCase(),
          x: FIELDS_X,
          y: 14,
          maxWidth: LINE_WIDTH_MM,
        },
        {
          label: 'Given names / Prénoms',
          value: holder.firstNames.join(' ').toUpperCase(),
          x: FIELDS_X,
          y: 21,
          maxWidth: LINE_WIDTH_MM,
          size: 3,
        },
        { label: 'Sex / Sexe', value: holder.gender, x: FIELDS_X, y: 28 },
        { label: 'Nationality', value: holder.nationality, x: 46, y: 28 },
        { label: 'Date of birth / Naissance', value: printedDate(holder.birthDate), x: 60, y: 28 },
        { label: 'Document No.', value: document.number, x: FIELDS_X, y: 35 },
        { label: 'Expiry / Expiration', value: printedDate(document.expiryDate), x: 60, y: 35 },
      ]),
      signature(holder.person.seed, { x: 36, y: 46.5, width: 22 }),
      specimenMark({ x: 56, y: 31, size: 12.5, angle: -20 }),
    ].join(''),
  )
}

/** Draws the back of an identity card of Utopia: the rest of the fields and the zone. */
export async function drawIdCardBack(document: IssuedDocument): Promise<Image> {
  const { holder } = document
  const { widthMm, heightMm } = ID_CARD_SIZE
  return renderSheet(
    ID_CARD_SIZE,
    [
      ground(ID_CARD_SIZE, { from: '#f3efe0', to: '#e6f0ee' }),
      guilloche({ widthMm, heightMm: ZONE.top, seed: 29, colors: COLORS }),
      printFields([
        { label: 'Place of birth / Lieu de naissance', value: holder.birthPlace.toUpperCase(), x: 5, y: 5 },
        { label: 'Height / Taille', value: `${holder.heightCm} cm`, x: 56, y: 5 },
        { label: 'Authority / Autorité', value: document.authority.toUpperCase(), x: 5, y: 12.4, size: 2.8 },
        { label: 'Issued / Délivrée le', value: printedDate(document.issueDate), x: 56, y: 12.4 },
        { label: 'Personal No.', value: holder.personalNumber ?? '—', x: 5, y: 19.8 },
      ]),
      printedText({ text: 'SPECIMEN', x: 56, baseline: 25, size: 4.4, weight: 'bold', color: '#a5322a' }),
      specimenMark({ x: 43, y: 16, size: 12.5, angle: -14 }),
      `<rect y="${ZONE.top}" width="${widthMm}" height="${heightMm - ZONE.top}" fill="#fbfaf6" opacity="0.85"/>`,
      ocrBZone(writeMrz(document) ?? [], { widthMm, lastBaselineMm: ZONE.lastBaseline }),
    ].join(''),
  )
}
