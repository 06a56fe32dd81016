import type { LicenceLineFields } from '../../../domain/document/licence-line-facts.ts'
import { cutLines } from '../lines/cut-zone.ts'
import { LICENCE_LINE } from './licence-line.ts'
import { readMrzDate } from './mrz-date.ts'

/**
 * What the line of a licence says; `today` (ISO date) decides the century. Throws a RangeError when it does not have 30
 * characters.
 */
export function parseLicenceLine(line: string, today: string): LicenceLineFields {
  const parts = cutLines(LICENCE_LINE, [line])
  return {
    documentNumber: parts.get('documentNumber') ?? '',
    expiryDate: readMrzDate(parts.get('expiryDate') ?? '', 'expiry', today),
    lastName: (parts.get('lastName') ?? '').replace(/<+$/, '').replaceAll('<', ' '),
  }
}
