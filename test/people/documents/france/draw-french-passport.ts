import type { Image } from '../../../../domain/image.ts'
import { PASSPORT_SIZE } from '../draw-passport.ts'
import { guilloche } from '../guilloche.ts'
import type { IssuedDocument } from '../issue-document.ts'
import { ocrBZone } from '../ocr-b.ts'
import { printedText } from '../printed-text.ts'
import {
  type Field,
  ground,
  portraitPrint,
  printedDate,
  printFields,
  renderSheet,
  signature,
  specimenMark,
} from '../sheet.ts'
import { writeMrz } from '../write-mrz.ts'

/** Top of the zone and base line of its last line; millimetres. */
const ZONE = { top: 65, lastBaseline: 80.2 }
const PORTRAIT = { x: 5.2, y: 18, width: 33, height: 42.4 }
const LEFT = 42.5
const COLORS = ['#a98fc4', '#d2a08f', '#8fa9c4']
const INK = '#41356b'

/** Draws the data page of a passport in the French layout. */
export async function drawFrenchPassport(document: IssuedDocument): Promise<Image> {
  const { widthMm, heightMm } = PASSPORT_SIZE
  return renderSheet(
    PASSPORT_SIZE,
    [
      ground(PASSPORT_SIZE, { from: '#efe6f3', to: '#f3ece0' }),
      guilloche({ widthMm, heightMm: ZONE.top, seed: 61, colors: COLORS }),
      printedText({ text: 'PASSEPORT', x: 5, baseline: 8, size: 4.4, weight: 'bold', color: INK }),
      printedText({ text: 'PASSPORT', x: 5, baseline: 12, size: 2.8, color: INK }),
      printedText({
        text: 'RÉPUBLIQUE FRANÇAISE',
        x: 46,
        baseline: 7.2,
        size: 4,
        weight: 'bold',
        color: INK,
      }),
      printedText({ text: 'SPÉCIMEN', x: 100, baseline: 7.2, size: 4, weight: 'bold', color: '#a5322a' }),
      await portraitPrint(document.holder.person, PORTRAIT),
      printFields(fieldsOf(document)),
      signature(document.holder.person.seed, { x: 90, y: 60, width: 25 }),
      specimenMark({ x: 84, y: 40, size: 16, angle: -18 }),
      `<rect y="${ZONE.top}" width="${widthMm}" height="${heightMm - ZONE.top}" fill="#fbfaf6" opacity="0.85"/>`,
      ocrBZone(writeMrz(document) ?? [], { widthMm, lastBaselineMm: ZONE.lastBaseline }),
    ].join(''),
  )
}

function fieldsOf(document: IssuedDocument): Field[] {
  const { holder } = document
  return [
    { label: 'Type / Type', value: 'P', x: LEFT, y: 12.9 },
    { label: 'Code du pays / Country code', value: 'FRA', x: 56, y: 12.9 },
    { label: 'Passeport n° / Passport No.', value: document.number, x: 89, y: 12.9, size: 3.6 },
    { label: 'Nom / Surname', value: holder.lastName.toUpperCase(), x: LEFT, y: 20.4, maxWidth: 74 },
    {
      label: 'Prénoms / Given names',
      value: holder.firstNames.join(', '),
      x: LEFT,
      y: 28,
      maxWidth: 74,
    },
    { label: 'Nationalité / Nationality', value: 'Française', x: LEFT, y: 35.6 },
    { label: 'Date de naissance / Date of birth', value: printedDate(holder.birthDate), x: LEFT, y: 43 },
    { label: 'Sexe / Sex', value: holder.gender, x: 74, y: 43 },
    { label: 'Lieu de naissance / Place of birth', value: holder.birthPlace.toUpperCase(), x: 86, y: 43 },
    { label: 'Date de délivrance / Date of issue', value: printedDate(document.issueDate), x: LEFT, y: 50.4 },
    { label: 'Autorité / Authority', value: document.authority, x: 78, y: 50.4, size: 2.9 },
    {
      label: "Date d'expiration / Date of expiry",
      value: printedDate(document.expiryDate),
      x: LEFT,
      y: 57.8,
    },
  ]
}
