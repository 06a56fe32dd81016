import type { IssuedDocument } from '../issue-document.ts'
import { checkDigit } from '../write-mrz.ts'

/**
 * The one line of 30 on the backs of French licences, by the specimen of 2013: code, state and number with the digit over
 * them, expiry date, eight letters of the name, and the digit over all before it.
 */
export function writeLicenceLine({ holder, number, expiryDate, issuingState }: IssuedDocument): string {
  const head = `D1${issuingState}${number}`
  const name = holder.lastName
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z]/g, '')
  const line =
    head + checkDigit(head) + expiryDate.slice(2).replaceAll('-', '') + name.slice(0, 8).padEnd(8, '<')
  return line + checkDigit(line)
}
