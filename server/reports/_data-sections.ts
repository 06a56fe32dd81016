import type { DocumentReading } from '../../domain/answer.ts'
import { type Report, writeDay, writeParagraph, writeSection } from './_report.ts'
import { fieldOf } from './_summary-sections.ts'
import type { DocumentField, FormField } from './catalogs/report-catalog.ts'
import { writeFields } from './page/fields.ts'
import { writeTable } from './page/table.ts'
import { STYLES } from './page/typography.ts'

const FIELDS: readonly DocumentField[] = [
  'documentType',
  'documentNumber',
  'issuingStateCode',
  'lastName',
  'firstName',
  'allFirstNames',
  'birthDate',
  'gender',
  'nationality',
  'issueDate',
  'expiryDate',
  'personalNumber',
]
/** Those that few documents have: left out where they are not known. */
const RARE_FIELDS: readonly DocumentField[] = [
  'documentTypeDetailed',
  'birthPlace',
  'issuePlace',
  'marriedName',
  'obtainingDate',
  'carDrivingLicenseExpiryDate',
  'taxIdentificationNumber',
  'residenceAddress',
  'remarks',
]
const FORM_FIELDS: readonly FormField[] = [
  'lastName',
  'firstName',
  'middleName',
  'marriedName',
  'gender',
  'nationality',
  'birthDate',
  'birthPlaceCity',
  'birthPlaceCityCode',
  'birthPlaceCountry',
  'addressFirstLine',
  'addressSecondLine',
  'addressPostcode',
  'addressCity',
  'addressCountry',
  'mailAddress',
  'phoneNumber',
  'siren',
]

/** Characters of a zone's line by those of the whole zone (ICAO 9303-4 §4.2, -5 §4.2, -6 §4.2; French card). */
const ZONE_LINE_LENGTHS: Readonly<Record<number, number>> = { 90: 30, 72: 36, 88: 44 }

/** All that was read from the document. */
export function writeDocument(report: Report): void {
  const { words, content, sheet } = report
  const { document } = content.record
  writeSection(report, words.sections.document, () => {
    const known = RARE_FIELDS.filter((name) => document?.[name])
    writeFields(
      sheet,
      [...FIELDS, ...known].map((name) =>
        fieldOf(report, words.document[name], document && readValue(report, document, name)),
      ),
    )
    if (!document?.mrz) return
    writeParagraph(sheet, words.zone, STYLES.small)
    for (const line of linesOf(document.mrz)) writeParagraph(sheet, line)
  })
}

function readValue({ words }: Report, document: DocumentReading, name: DocumentField): string | null {
  const value = document[name]
  if (value === null) return null
  if (name === 'documentType' && document.documentType) return words.documentTypes[document.documentType]
  if (name === 'gender' && document.gender) return words.genders[document.gender]
  if (Array.isArray(value)) return value.join(', ')
  return writeDay(words, value)
}

function linesOf(mrz: string): string[] {
  const zone = mrz.replaceAll('\n', '')
  const length = ZONE_LINE_LENGTHS[zone.length] ?? zone.length
  return zone.match(new RegExp(`.{1,${Math.max(1, length)}}`, 'gu')) ?? []
}

/** What the client declared beside what was read. */
export function writeReference(report: Report): void {
  const { words, content, sheet } = report
  const { referenceData: declared, identity } = content.record
  const names = ['lastName', 'firstName', 'birthDate'] as const
  writeSection(report, words.sections.reference, () => {
    if (!declared || names.every((name) => !declared[name])) {
      writeParagraph(sheet, words.nothingDeclared)
      return
    }
    const shown = (value: string | null, absent: string) => ({
      text: value ? writeDay(words, value) : absent,
    })
    writeTable(sheet, {
      columns: [
        { head: words.columns.field, share: 2 },
        { head: words.columns.declared, share: 3 },
        { head: words.columns.concluded, share: 3 },
      ],
      rows: names.map((name) => [
        { text: words.identity[name], style: STYLES.strong },
        shown(declared[name], words.notDeclared),
        shown(identity[name], words.none),
      ]),
    })
  })
}

/** How the client reaches the applicant; left out when it said nothing of it. */
export function writeExternal(report: Report): void {
  const { words, content, sheet } = report
  const external = content.record.externalIdentity
  if (!external) return
  const names = ['userId', 'phoneNumber', 'mailAddress'] as const
  writeSection(report, words.sections.external, () => {
    writeFields(
      sheet,
      names.map((name) => fieldOf(report, words.external[name], external[name])),
    )
  })
}

/** What the applicant filled in at the end; left out where no form was asked. */
export function writeForm(report: Report): void {
  const { words, content, sheet } = report
  const { form } = content.record
  if (!form) return
  writeSection(report, words.sections.form, () => {
    const filled = FORM_FIELDS.filter((name) => form[name] !== null)
    writeFields(
      sheet,
      filled.map((name) => {
        const value = name === 'gender' && form.gender ? words.genders[form.gender] : String(form[name])
        return fieldOf(report, words.form[name], writeDay(words, value))
      }),
    )
  })
}
