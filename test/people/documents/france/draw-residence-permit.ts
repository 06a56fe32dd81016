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
const ZONE = { top: 29.6, lastBaseline: 48.4 }
const PORTRAIT = { x: 4.4, y: 13.4, width: 24, height: 30.9 }
const LEFT = 31
const COLORS = ['#c98fa3', '#8fb5c9', '#b7a06b']
const INK = '#6a2c4e'
/** Em sizes of labels and values, millimetres. */
const LABEL_MM = 1.35
const VALUE_MM = 2.8

/** Draws the front of a residence permit in the French layout. */
export async function drawResidencePermitFront(document: IssuedDocument): Promise<Image> {
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
      ground(ID_CARD_SIZE, { from: '#f6e7ee', to: '#e7f1f6' }),
      guilloche({ ...ID_CARD_SIZE, seed: 73, colors: COLORS }),
      printedText({ text: 'TITRE DE SÉJOUR', x: 14, baseline: 5.6, size: 3.6, weight: 'bold', color: INK }),
      printedText({ text: 'RESIDENCE PERMIT', x: 14, baseline: 8.8, size: 2.2, color: INK }),
      printedText({ text: 'SPÉCIMEN', x: 5, baseline: 50, size: 3.6, weight: 'bold', color: '#a5322a' }),
      await portraitPrint(holder.person, PORTRAIT),
      printFields([
        field('N° DU TITRE / Document No', document.number, { x: 58, y: 4.4 }),
        field('NOM - Prénoms / Name - Given names', fullName(document), { x: LEFT, y: 13.8, maxWidth: 48 }),
        field('SEXE / Sex', holder.gender, { x: LEFT, y: 20.4 }),
        field('NATIONALITÉ / Nationality', document.nationality, { x: 41, y: 20.4 }),
        field('DATE DE NAISSANCE / Date of birth', printedDate(holder.birthDate), { x: 58, y: 20.4 }),
        field('CATÉGORIE DU TITRE / Type of permit', 'CARTE DE RÉSIDENT', { x: LEFT, y: 27.4 }),
        field("DATE D'EXPIRATION / Card expiry", printedDate(document.expiryDate), { x: LEFT, y: 34.6 }),
      ]),
      signature(holder.person.seed, { x: 57, y: 47.4, width: 20 }),
      specimenMark({ x: 54, y: 30, size: 12, angle: -20 }),
    ].join(''),
  )
}

function fullName({ holder }: IssuedDocument): string {
  return `${holder.lastName.toUpperCase()} ${holder.firstNames.join(' ')}`
}

/** Draws the back of a residence permit in the French layout. */
export async function drawResidencePermitBack(document: IssuedDocument): Promise<Image> {
  const { holder } = document
  const { widthMm, heightMm } = ID_CARD_SIZE
  return renderSheet(
    ID_CARD_SIZE,
    [
      ground(ID_CARD_SIZE, { from: '#e7f1f6', to: '#f6e7ee' }),
      guilloche({ widthMm, heightMm: ZONE.top, seed: 79, colors: COLORS }),
      printFields([
        {
          label: 'LIEU DE NAISSANCE / Place of birth',
          value: holder.birthPlace.toUpperCase(),
          x: 5,
          y: 4.6,
          size: VALUE_MM,
        },
        {
          label: 'DATE DE DÉLIVRANCE / Date of issue',
          value: printedDate(document.issueDate),
          x: 50,
          y: 4.6,
          size: VALUE_MM,
        },
        { label: 'AUTORITÉ / Authority', value: document.authority.toUpperCase(), x: 5, y: 11.4, size: 2.5 },
        { label: 'ADRESSE / Address', value: document.address, x: 5, y: 18.2, size: 2.5 },
      ]),
      printedText({ text: 'SPÉCIMEN', x: 56, baseline: 27, size: 4.2, weight: 'bold', color: '#a5322a' }),
      `<rect y="${ZONE.top}" width="${widthMm}" height="${heightMm - ZONE.top}" fill="#fbfaf6" opacity="0.85"/>`,
      ocrBZone(writeMrz(document) ?? [], { widthMm, lastBaselineMm: ZONE.lastBaseline }),
    ].join(''),
  )
}
