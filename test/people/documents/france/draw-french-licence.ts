import type { Image } from '../../../../domain/image.ts'
import { DRIVING_LICENCE_SIZE } from '../draw-driving-licence.ts'
import { guilloche } from '../guilloche.ts'
import type { IssuedDocument } from '../issue-document.ts'
import { ocrBZone } from '../ocr-b.ts'
import { printedText } from '../printed-text.ts'
import { ground, portraitPrint, printedDate, renderSheet, signature, specimenMark } from '../sheet.ts'
import { writeLicenceLine } from './write-licence-line.ts'

const PORTRAIT = { x: 4, y: 13.2, width: 23.5, height: 30.2 }
const LEFT = 30.5
const COLORS = ['#d993b0', '#c9a38f', '#b38fd0']
const INK = '#8a2a55'
const VALUE_MM = 2.8
const CATEGORIES = ['AM', 'A1', 'A2', 'A', 'B1', 'B', 'C1', 'C']

/** Draws the front of a driving licence in the French layout of Directive 2006/126/EC. */
export async function drawFrenchLicenceFront(document: IssuedDocument): Promise<Image> {
  const { holder } = document
  const born = printedDate(holder.birthDate, '.')
  const lines: readonly (readonly [string, number, number])[] = [
    [`1. ${holder.lastName.toUpperCase()}`, LEFT, 15.4],
    [`2. ${holder.firstNames.join(', ')}`, LEFT, 19.8],
    [`3. ${born}  ${holder.birthPlace.toUpperCase()}`, LEFT, 24.2],
    [`4a. ${printedDate(document.issueDate, '.')}`, LEFT, 28.8],
    [`4c. ${document.authority}`, 52, 28.8],
    [`4b. ${printedDate(document.expiryDate, '.')}`, LEFT, 33.2],
    [`5. ${document.number}`, LEFT, 37.6],
    ['9. B', LEFT, 50],
  ]
  return renderSheet(
    DRIVING_LICENCE_SIZE,
    [
      ground(DRIVING_LICENCE_SIZE, { from: '#fbe3ec', to: '#f3e6f6' }),
      guilloche({ ...DRIVING_LICENCE_SIZE, seed: 83, colors: COLORS }),
      printedText({ text: 'PERMIS DE CONDUIRE', x: 18, baseline: 6, size: 3.8, weight: 'bold', color: INK }),
      printedText({
        text: 'RÉPUBLIQUE FRANÇAISE',
        x: 18,
        baseline: 9.8,
        size: 2.6,
        weight: 'bold',
        color: INK,
      }),
      printedText({ text: 'F', x: 7, baseline: 7.4, size: 5, weight: 'bold', color: INK }),
      printedText({ text: 'SPÉCIMEN', x: 62, baseline: 9.8, size: 3, weight: 'bold', color: '#a5322a' }),
      await portraitPrint(holder.person, PORTRAIT),
      ...lines.map(([text, x, baseline]) =>
        printedText({ text, x, baseline, size: VALUE_MM, weight: 'bold', maxWidth: 83 - x }),
      ),
      printedText({ text: '7.', x: LEFT, baseline: 43.6, size: VALUE_MM, weight: 'bold' }),
      signature(holder.person.seed, { x: 36, y: 43.6, width: 20 }),
      specimenMark({ x: 56, y: 31, size: 12, angle: -20 }),
    ].join(''),
  )
}

/** Draws the back of a driving licence in the French layout: the table of categories. */
export async function drawFrenchLicenceBack(document: IssuedDocument): Promise<Image> {
  const rows = CATEGORIES.map((category, i) => {
    const baseline = 10.6 + i * 4.3
    const print = (text: string, x: number) => printedText({ text, x, baseline, size: 2.5 })
    const dates =
      category === 'B'
        ? print(printedDate(document.issueDate, '.'), 44) + print(printedDate(document.expiryDate, '.'), 60)
        : ''
    return (
      `<line x1="28" x2="80" y1="${baseline + 1.1}" y2="${baseline + 1.1}" stroke="#8a4a5e" stroke-width="0.12"/>` +
      printedText({ text: category, x: 31, baseline, size: 2.6, weight: 'bold' }) +
      dates
    )
  })
  return renderSheet(
    DRIVING_LICENCE_SIZE,
    [
      ground(DRIVING_LICENCE_SIZE, { from: '#f3e6f6', to: '#fbe3ec' }),
      guilloche({ ...DRIVING_LICENCE_SIZE, seed: 89, colors: COLORS }),
      printedText({ text: '9.', x: 31, baseline: 6.2, size: 2.4 }),
      printedText({ text: '10.', x: 46, baseline: 6.2, size: 2.4 }),
      printedText({ text: '11.', x: 62, baseline: 6.2, size: 2.4 }),
      printedText({ text: '12.', x: 76, baseline: 6.2, size: 2.4 }),
      ...rows,
      printedText({ text: '12. 01', x: 31, baseline: 44.6, size: 2.6 }),
      printedText({ text: 'SPÉCIMEN', x: 5, baseline: 42, size: 3.6, weight: 'bold', color: '#a5322a' }),
      ocrBZone([writeLicenceLine(document)], { widthMm: DRIVING_LICENCE_SIZE.widthMm, lastBaselineMm: 50.4 }),
    ].join(''),
  )
}
