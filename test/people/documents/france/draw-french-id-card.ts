import type { Image } from '../../../../domain/image.ts'
import { ID_CARD_SIZE } from '../draw-id-card.ts'
import { guilloche } from '../guilloche.ts'
import type { IssuedDocument } from '../issue-document.ts'
import { ocrBZone } from '../ocr-b.ts'
import { printedText } from '../printed-text.ts'
import {
  ground,
  portraitPrint,
  printedDate,
  printFields,
  renderSheet,
  signature,
  specimenMark,
} from '../sheet.ts'
import { writeMrz } from '../write-mrz.ts'

/** Top of the zone on the back and base line of its last line; millimetres. */
const ZONE = { top: 29.8, lastBaseline: 48.9 }
const PORTRAIT = { x: 4, y: 13, width: 24.5, height: 31.5 }
const LEFT = 31.5
const COLORS = ['#8fa3c9', '#c99a8f', '#9ac0a5']
const INK = '#2b3f86'
/** Em sizes of labels and values, millimetres. */
const LABEL_MM = 1.35
const VALUE_MM = 2.7

/** Draws the front of an identity card in the French layout of 2021. */
export async function drawFrenchIdCardFront(document: IssuedDocument): Promise<Image> {
  const { holder } = document
  const field = (label: string, value: string, at: { x: number; y: number; maxWidth?: number }) => ({
    label,
    value,
    size: VALUE_MM,
    labelSize: LABEL_MM,
    ...at,
  })
  return renderSheet(
    ID_CARD_SIZE,
    [
      ground(ID_CARD_SIZE, { from: '#e7ecf6', to: '#f6ebe7' }),
      guilloche({ ...ID_CARD_SIZE, seed: 67, colors: COLORS }),
      printedText({
        text: 'RÉPUBLIQUE FRANÇAISE',
        x: 16,
        baseline: 5.4,
        size: 3.2,
        weight: 'bold',
        color: INK,
      }),
      printedText({
        text: "CARTE NATIONALE D'IDENTITÉ / IDENTITY CARD",
        x: 16,
        baseline: 8.8,
        size: 2,
        color: INK,
      }),
      printedText({ text: 'SPÉCIMEN', x: 66, baseline: 5.4, size: 3.2, weight: 'bold', color: '#a5322a' }),
      await portraitPrint(holder.person, PORTRAIT),
      printFields([
        field('NOM / Surname', holder.lastName.toUpperCase(), { x: LEFT, y: 13.4, maxWidth: 48 }),
        field('Prénoms / Given names', holder.firstNames.join(', '), { x: LEFT, y: 19.4, maxWidth: 48 }),
        field('SEXE / Sex', holder.gender, { x: LEFT, y: 25.6 }),
        field('NATIONALITÉ / Nationality', 'FRA', { x: 42, y: 25.6 }),
        field('DATE DE NAISS. / Date of birth', printedDate(holder.birthDate), { x: 60, y: 25.6 }),
        field('LIEU DE NAISSANCE / Place of birth', holder.birthPlace.toUpperCase(), { x: LEFT, y: 31.8 }),
        field('N° DU DOCUMENT / Document No', document.number, { x: LEFT, y: 38.4 }),
        field("DATE D'EXPIR. / Expiry date", printedDate(document.expiryDate), { x: 60, y: 38.4 }),
      ]),
      signature(holder.person.seed, { x: 52, y: 48, width: 22 }),
      specimenMark({ x: 54, y: 30, size: 12, angle: -20 }),
    ].join(''),
  )
}

/** Draws the back of an identity card in the French layout of 2021. */
export async function drawFrenchIdCardBack(document: IssuedDocument): Promise<Image> {
  const { widthMm, heightMm } = ID_CARD_SIZE
  const height = `${(document.holder.heightCm / 100).toFixed(2).replace('.', ',')} m`
  return renderSheet(
    ID_CARD_SIZE,
    [
      ground(ID_CARD_SIZE, { from: '#f6ebe7', to: '#e7ecf6' }),
      guilloche({ widthMm, heightMm: ZONE.top, seed: 71, colors: COLORS }),
      printFields([
        { label: 'TAILLE / Height', value: height, x: 6, y: 5.4, size: VALUE_MM },
        {
          label: 'DATE DE DÉLIVRANCE / Date of issue',
          value: printedDate(document.issueDate),
          x: 48,
          y: 5.4,
          size: VALUE_MM,
        },
        { label: 'ADRESSE / Address', value: document.address, x: 6, y: 12, size: 2.5 },
      ]),
      printedText({ text: 'SPÉCIMEN', x: 56, baseline: 25, size: 4.2, weight: 'bold', color: '#a5322a' }),
      `<rect y="${ZONE.top}" width="${widthMm}" height="${heightMm - ZONE.top}" fill="#fbfaf6" opacity="0.85"/>`,
      ocrBZone(writeMrz(document) ?? [], { widthMm, lastBaselineMm: ZONE.lastBaseline }),
    ].join(''),
  )
}
