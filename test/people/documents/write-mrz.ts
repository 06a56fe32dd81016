import { transliterate } from './_transliterate.ts'
import type { IssuedDocument } from './issue-document.ts'

/** Lengths of the lines by layout (ICAO 9303-4 §4.2.2, 9303-5 §4.2.2; French card of 1988). */
const LINE_LENGTH = { passport: 44, card: 30, french: 36 }

/** Writes the machine readable zone of a document; null for documents that have none. */
export function writeMrz(document: IssuedDocument): string[] | null {
  switch (document.kind) {
    case 'passport':
    case 'french-passport':
      return writePassportLines(document)
    case 'id-card':
      return writeCardLines(document, 'I<')
    case 'french-id-card':
      return writeCardLines(document, 'ID')
    case 'residence-permit':
      return writeCardLines(document, 'IR')
    case 'french-card':
      return writeFrenchLines(document)
    case 'driving-licence':
    case 'french-licence':
      return null
  }
}

/**
 * The check digit of a field (ICAO 9303-3 §4.9): digits count as themselves, A-Z as 10-35, fillers as 0,
 * weighted 7, 3, 1 in turn; the sum modulo 10.
 */
export function checkDigit(field: string): string {
  let sum = 0
  for (let i = 0; i < field.length; i++) {
    const value = field[i] === '<' ? 0 : Number.parseInt(field[i], 36)
    sum += value * [7, 3, 1][i % 3]
  }
  return String(sum % 10)
}

/** TD3, two lines of 44 (ICAO 9303-4 §4.2.2). */
function writePassportLines(document: IssuedDocument): string[] {
  const { holder } = document
  const number = withCheckDigit(fill(document.number, 9))
  const birth = withCheckDigit(sixDigits(holder.birthDate))
  const expiry = withCheckDigit(sixDigits(document.expiryDate))
  const personal = fill(holder.personalNumber ?? '', 14)
  // Where there is no personal number its check digit may be a filler (ICAO 9303-4 §4.2.2.2, position 43).
  const optional = personal + (holder.personalNumber ? checkDigit(personal) : '<')
  const total = checkDigit(number + birth + expiry + optional)
  return [
    fill(`P<${document.issuingState}${nameField(document)}`, LINE_LENGTH.passport),
    `${number}${document.nationality}${birth}${holder.gender}${expiry}${optional}${total}`,
  ]
}

/** TD1, three lines of 30 (ICAO 9303-5 §4.2.2). */
function writeCardLines(document: IssuedDocument, code: 'I<' | 'ID' | 'IR'): string[] {
  const { holder } = document
  const number = withCheckDigit(fill(document.number, 9))
  const upperOptional = fill(holder.personalNumber ?? '', 15)
  const lowerOptional = fill('', 11)
  const birth = withCheckDigit(sixDigits(holder.birthDate))
  const expiry = withCheckDigit(sixDigits(document.expiryDate))
  const total = checkDigit(number + upperOptional + birth + expiry + lowerOptional)
  return [
    `${code}${document.issuingState}${number}${upperOptional}`,
    `${birth}${holder.gender}${expiry}${document.nationality}${lowerOptional}${total}`,
    fill(nameField(document), LINE_LENGTH.card),
  ]
}

/** Two lines of 36: surname, office, number, first names, birth date, gender and one digit over all. */
function writeFrenchLines(document: IssuedDocument): string[] {
  const { holder } = document
  const lastName = fill(transliterate(holder.lastName), 25)
  const firstNames = fill(holder.firstNames.map(transliterate).join('<<'), 14)
  const upper = `ID${document.issuingState}${lastName}${document.officeCode}`
  const number = withCheckDigit(document.number)
  const lower = `${number}${firstNames}${withCheckDigit(sixDigits(holder.birthDate))}${holder.gender}`
  return [upper, lower + checkDigit(upper + lower)]
}

/** Last name, two fillers, first names (ICAO 9303-3 §4.6); what is too long is cut from the right. */
function nameField({ holder }: IssuedDocument): string {
  return `${transliterate(holder.lastName)}<<${holder.firstNames.map(transliterate).join('<')}`
}

function withCheckDigit(field: string): string {
  return field + checkDigit(field)
}

/** YYMMDD of an ISO date. */
function sixDigits(date: string): string {
  return date.slice(2).replaceAll('-', '')
}

function fill(text: string, length: number): string {
  return text.slice(0, length).padEnd(length, '<')
}
