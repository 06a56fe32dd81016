import type { Image } from '../../../domain/image.ts'
import { guilloche } from './guilloche.ts'
import type { IssuedDocument } from './issue-document.ts'
import { ocrBZone } from './ocr-b.ts'
import { printedText } from './printed-text.ts'
import { ground, portraitPrint, printedDate, renderSheet, signature, specimenMark } from './sheet.ts'
import { writeMrz } from './write-mrz.ts'

/** A card of format ID-2: 105 by 74 mm (ISO/IEC 7810 §5), as the French card of 1988. */
export const FRENCH_CARD_SIZE = { widthMm: 105, heightMm: 74, cornerRadiusMm: 3.18 } as const

/** Top of the zone and base line of its last line; millimetres. */
const ZONE = { top: 52.5, lastBaseline: 67 }
const PORTRAIT = { x: 5, y: 14, width: 27, height: 34.7 }
/** Room for a line that runs to the right edge, millimetres. */
const LINE_WIDTH_MM = 62
const FIELDS_X = 36
/** Em sizes of labels and values, millimetres. */
const LABEL_MM = 2.5
const VALUE_MM = 3.2
const COLORS = ['#8fb3d9', '#b3a6d6', '#7fb7c4']

/** Draws the front of a card in the French layout of 1988: portrait, fields and the zone. */
export async function drawFrenchCardFront(document: IssuedDocument): Promise<Image> {
  const { holder } = document
  const { widthMm, heightMm } = FRENCH_CARD_SIZE
  return renderSheet(
    FRENCH_CARD_SIZE,
    [
      ground(FRENCH_CARD_SIZE, { from: '#dfeaf7', to: '#eee8f6' }),
      guilloche({ widthMm, heightMm: ZONE.top, seed: 37, colors: COLORS }),
      printedText({
        text: "CARTE D'IDENTITÉ",
        x: 5,
        baseline: 8,
        size: 4.2,
        weight: 'bold',
        color: '#2b3f86',
      }),
      printedText({ text: `N° : ${document.number}`, x: 45, baseline: 8, size: 3.6, weight: 'bold' }),
      printedText({ text: 'SPÉCIMEN', x: 82, baseline: 8, size: 4.2, weight: 'bold', color: '#a5322a' }),
      await portraitPrint(holder.person, PORTRAIT),
      ...[
        inLine('Nom', holder.lastName.toUpperCase(), { x: FIELDS_X, y: 17.4 }),
        inLine('Prénom(s)', holder.firstNames.join(', ').toUpperCase(), { x: FIELDS_X, y: 24 }),
        inLine('Sexe', holder.gender, { x: FIELDS_X, y: 30.6 }),
        inLine('Né(e) le', printedDate(holder.birthDate, '.'), { x: 55, y: 30.6 }),
        inLine('à', holder.birthPlace.toUpperCase(), { x: FIELDS_X, y: 36.4 }),
        inLine('Taille', `${(holder.heightCm / 100).toFixed(2).replace('.', ',')} m`, {
          x: FIELDS_X,
          y: 42.2,
        }),
      ],
      signature(holder.person.seed, { x: 60, y: 46, width: 26 }),
      specimenMark({ x: 68, y: 31, size: 14, angle: -18 }),
      `<rect y="${ZONE.top}" width="${widthMm}" height="${heightMm - ZONE.top}" fill="#fbfaf6" opacity="0.85"/>`,
      ocrBZone(writeMrz(document) ?? [], { widthMm, lastBaselineMm: ZONE.lastBaseline }),
    ].join(''),
  )
}

/** Draws the back of a card in the French layout of 1988: dates and authority, no zone. */
export async function drawFrenchCardBack(document: IssuedDocument): Promise<Image> {
  return renderSheet(
    FRENCH_CARD_SIZE,
    [
      ground(FRENCH_CARD_SIZE, { from: '#eee8f6', to: '#dfeaf7' }),
      guilloche({ ...FRENCH_CARD_SIZE, seed: 41, colors: COLORS }),
      ...[
        inLine('Adresse', document.address, { x: 8, y: 14 }),
        inLine('Carte valable jusqu’au', printedDate(document.expiryDate, '.'), { x: 8, y: 24 }),
        inLine('délivrée le', printedDate(document.issueDate, '.'), { x: 8, y: 34 }),
        inLine('par', document.authority.toUpperCase(), { x: 8, y: 44 }),
      ],
      printedText({ text: 'SPÉCIMEN', x: 8, baseline: 62, size: 5.4, weight: 'bold', color: '#a5322a' }),
      specimenMark({ x: 55, y: 38, size: 17, angle: -20 }),
    ].join(''),
  )
}

/** A label, a colon and its value in bold, in one line. */
function inLine(label: string, value: string, at: { x: number; y: number }): string {
  const head = `${label} :`
  // Letters of this type are half as wide as they are high, on average.
  const x = at.x + head.length * LABEL_MM * 0.52 + 1.2
  const maxWidth = LINE_WIDTH_MM - (x - at.x)
  return (
    printedText({ text: head, x: at.x, baseline: at.y, size: LABEL_MM, color: '#4a5a70' }) +
    printedText({ text: value, x, baseline: at.y, size: VALUE_MM, weight: 'bold', maxWidth })
  )
}
