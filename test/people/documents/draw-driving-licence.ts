import type { Image } from '../../../domain/image.ts'
import { ID_CARD_SIZE } from './draw-id-card.ts'
import { guilloche } from './guilloche.ts'
import type { IssuedDocument } from './issue-document.ts'
import { printedText } from './printed-text.ts'
import { ground, portraitPrint, printedDate, renderSheet, signature, specimenMark } from './sheet.ts'

/** A licence has the size of an identity card. */
export const DRIVING_LICENCE_SIZE = ID_CARD_SIZE

const PORTRAIT = { x: 4.5, y: 14, width: 24, height: 30.9 }
const FIELDS_X = 32
/** Room for a line, millimetres. */
const LINE_WIDTH_MM = 48
const FIELD_PITCH_MM = 4.6
const COLORS = ['#d99aa6', '#d7b58c', '#c2a0c9']
const CATEGORIES = ['AM', 'A1', 'A', 'B1', 'B', 'C1', 'C', 'BE']

/** Draws the front of a driving licence of Utopia, fields numbered as Directive 2006/126/EC annex I does. */
export async function drawDrivingLicenceFront(document: IssuedDocument): Promise<Image> {
  const { holder } = document
  const fields = [
    `1. ${holder.lastName.toUpperCase()}`,
    `2. ${holder.firstNames.join(' ').toUpperCase()}`,
    `3. ${printedDate(holder.birthDate, '.')} ${holder.birthPlace.toUpperCase()}`,
    `4a. ${printedDate(document.issueDate, '.')}   4b. ${printedDate(document.expiryDate, '.')}`,
    `4c. ${document.authority}`,
    `5. ${document.number}`,
  ]
  return renderSheet(
    DRIVING_LICENCE_SIZE,
    [
      ground(DRIVING_LICENCE_SIZE, { from: '#f8e3e4', to: '#f6eedd' }),
      guilloche({ ...DRIVING_LICENCE_SIZE, seed: 43, colors: COLORS }),
      printedText({
        text: 'DRIVING LICENCE',
        x: 22,
        baseline: 7,
        size: 4.2,
        weight: 'bold',
        color: '#7c2440',
      }),
      printedText({ text: 'UTO', x: 5, baseline: 7, size: 5, weight: 'bold', color: '#7c2440' }),
      printedText({
        text: 'UTOPIA · SPECIMEN',
        x: 22,
        baseline: 10.8,
        size: 2.8,
        weight: 'bold',
        color: '#a5322a',
      }),
      await portraitPrint(holder.person, PORTRAIT),
      ...fields.map((text, i) =>
        printedText({
          text,
          x: FIELDS_X,
          baseline: 17 + i * FIELD_PITCH_MM,
          size: 2.9,
          weight: 'bold',
          maxWidth: LINE_WIDTH_MM,
        }),
      ),
      printedText({ text: '7.', x: FIELDS_X, baseline: 45.5, size: 2.9, weight: 'bold' }),
      signature(holder.person.seed, { x: 37, y: 45.5, width: 20 }),
      printedText({ text: '9. B', x: FIELDS_X, baseline: 50.5, size: 2.9, weight: 'bold' }),
      specimenMark({ x: 56, y: 32, size: 12.5, angle: -20 }),
    ].join(''),
  )
}

/** Draws the back of a driving licence of Utopia: the table of categories. */
export async function drawDrivingLicenceBack(document: IssuedDocument): Promise<Image> {
  const rowHeightMm = 4.6
  const rows = CATEGORIES.map((category, i) => {
    const baseline = 11 + i * rowHeightMm
    const isHeld = category === 'B'
    const dates = isHeld
      ? `${printedDate(document.issueDate, '.')}     ${printedDate(document.expiryDate, '.')}`
      : '—'
    return (
      `<line x1="30" x2="81" y1="${baseline + 1.2}" y2="${baseline + 1.2}" stroke="#8a4a5e" stroke-width="0.12"/>` +
      printedText({ text: category, x: 32, baseline, size: 2.8, weight: 'bold' }) +
      printedText({ text: dates, x: 46, baseline, size: 2.5 })
    )
  })
  return renderSheet(
    DRIVING_LICENCE_SIZE,
    [
      ground(DRIVING_LICENCE_SIZE, { from: '#f6eedd', to: '#f8e3e4' }),
      guilloche({ ...DRIVING_LICENCE_SIZE, seed: 47, colors: COLORS }),
      printedText({ text: '9.', x: 32, baseline: 6.4, size: 2.4 }),
      printedText({ text: '10.', x: 46, baseline: 6.4, size: 2.4 }),
      printedText({ text: '11.', x: 64, baseline: 6.4, size: 2.4 }),
      ...rows,
      printedText({ text: 'SPECIMEN', x: 5, baseline: 48, size: 4.2, weight: 'bold', color: '#a5322a' }),
      specimenMark({ x: 44, y: 28, size: 12.5, angle: -20 }),
    ].join(''),
  )
}
