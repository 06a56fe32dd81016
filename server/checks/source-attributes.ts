import type { AttributeSource, DocumentReading } from '../../domain/answer.ts'
import { isoState } from '../../domain/document/iso-state.ts'
import type { LicenceLineFacts } from '../../domain/document/licence-line-facts.ts'
import type { PrintedField, PrintedName, PrintFacts } from '../../domain/document/print-facts.ts'
import type { MrzFacts } from '../../domain/facts.ts'
import { NAME_SPELLINGS, nameWords } from '../../domain/name-words.ts'
import type { AttemptFacts } from './attempt-facts.ts'
import { readDocument } from './read-document.ts'
import { fieldsOfFront } from './rules/print/print-of.ts'
import { attributeCertainty, type DisputableName } from './rules/print/zone-certainty.ts'

/** What was read of a document, each null where it was not; the zone as it stands there, without a printed century. */
interface ReadOf {
  mrz: MrzFacts | null
  print: PrintFacts | null
  licenceLine?: LicenceLineFacts | null
}

/** What may say something of the same attribute. */
type Told = Partial<Record<keyof DocumentReading, string | string[] | null>>

/** The printed field of an attribute that is called otherwise there. */
const PRINTED_NAMES: Partial<Record<keyof DocumentReading, PrintedName>> = {
  firstName: 'firstNames',
  allFirstNames: 'firstNames',
}

/**
 * Where each attribute of a document that was read comes from, what else says the same, and how sure the reading is.
 * Nothing of its value is told.
 */
export function sourceAttributes(
  reading: DocumentReading,
  facts: AttemptFacts,
  { mrz, print, licenceLine = null }: ReadOf,
): Partial<Record<keyof DocumentReading, AttributeSource>> {
  // What was found by the zone on a front of no known layout tells the century of a birth.
  const printed = print?.fields ?? fieldsOfFront(facts)
  const told = { zone: tellOfZone(mrz, licenceLine), print: tellOfPrint(printed) }
  const alsoTold = {
    zone: [{ ...told.zone, ...tellOfLine(licenceLine) }],
    print: [told.print],
    code: tellOfCodes(facts),
  }
  const entries = Object.entries(reading).flatMap(([key, value]) => {
    const name = key as keyof DocumentReading
    if (value === null) return []
    const exact = (['zone', 'print'] as const).find((source) => isExactly(told[source][name], value))
    // The kind of document and its state are known by the layout where no zone tells them.
    const from = exact ?? (mrz?.checksValid && told.zone[name] !== undefined ? 'zone' : 'layout')
    const agreeing: AttributeSource['agreeing'] = [
      ...othersThan(from, printedField(printed, name)).filter((source) =>
        alsoTold[source].some((one) => isAlike(one[name], value)),
      ),
      ...(isAlike(declaredOf(facts)[name], value) ? (['declared'] as const) : []),
    ]
    const confidence = confidenceOf(name, from, { mrz, print, printed, licenceLine })
    return [[name, { from, agreeing, confidence } satisfies AttributeSource]]
  })
  return Object.fromEntries(entries)
}

/** The line of a licence tells of itself alone: its identity rests on the print. */
function tellOfZone(mrz: MrzFacts | null, licenceLine: LicenceLineFacts | null): Told {
  if (!mrz) return licenceLine?.checksValid ? { mrz: licenceLine.line } : {}
  const lines = mrz.lines.join('')
  if (!mrz.checksValid) return { mrz: lines }
  const { firstNames, issuingState, documentCode: _, ...fields } = mrz.fields
  return {
    ...fields,
    firstName: firstNames[0] ?? null,
    allFirstNames: firstNames,
    issuingStateCode: isoState(issuingState),
    nationality: fields.nationality && isoState(fields.nationality),
    documentType: readDocument(mrz).documentType,
    mrz: lines,
  }
}

/** What the line of a licence says of other attributes, which are taken from the print: it agrees at most. */
function tellOfLine(licenceLine: LicenceLineFacts | null): Told {
  return licenceLine?.checksValid ? { ...licenceLine.fields } : {}
}

/** Print that was found because it says what the zone says, and that zone, are no evidence for each other. */
function othersThan(
  from: AttributeSource['from'],
  field: PrintedField | undefined,
): ('zone' | 'print' | 'code')[] {
  if (field?.by === 'zone') return ['code']
  return (['zone', 'print', 'code'] as const).filter((source) => source !== from)
}

function printedField(printed: PrintFacts['fields'], name: keyof DocumentReading): PrintedField | undefined {
  return printed[PRINTED_NAMES[name] ?? (name as PrintedName)]
}

function tellOfPrint({ firstNames, ...fields }: PrintFacts['fields']): Told {
  const values = Object.entries(fields).map(([name, { value }]) => [name, value])
  const all = firstNames ? [firstNames.value].flat() : null
  return { ...Object.fromEntries(values), firstName: all?.[0] ?? null, allFirstNames: all }
}

/** What each code of either side says. */
function tellOfCodes({ front, back }: AttemptFacts): Told[] {
  const codes = [front, back].flatMap((side) => (typeof side === 'string' ? [] : (side.barcodes ?? [])))
  return codes.map(({ fields: { firstNames, issuingState, address, ...fields } }) => ({
    ...fields,
    firstName: firstNames?.[0] ?? null,
    allFirstNames: firstNames ?? null,
    issuingStateCode: issuingState ?? null,
    residenceAddress: address ?? null,
  }))
}

function declaredOf({ referenceData: { firstName, lastName, birthDate } }: AttemptFacts): Told {
  return { firstName, lastName, birthDate }
}

function isExactly(told: Told[keyof Told], value: string | string[]): boolean {
  return JSON.stringify(told) === JSON.stringify(value)
}

/** Whether a source says the same, spelled as it spells names. */
function isAlike(told: Told[keyof Told], value: string | string[]): boolean {
  if (told === null || told === undefined) return false
  const [one, other] = [told, value].map((text) => [text].flat().join(' '))
  return (
    one === other ||
    NAME_SPELLINGS.some((spelling) => lettersOf(one, spelling) === lettersOf(other, spelling))
  )
}

function lettersOf(text: string, spelling: (typeof NAME_SPELLINGS)[number]): string {
  // Digits say as much as letters: of a date nothing but they are left.
  return nameWords(text, spelling).join('') + text.replace(/\D/g, '')
}

function confidenceOf(
  name: keyof DocumentReading,
  from: AttributeSource['from'],
  { mrz, print, printed, licenceLine }: ReadOf & { printed: PrintFacts['fields'] },
): number | null {
  if (from === 'zone') return mrz ? zoneConfidence(name, mrz, print) : (licenceLine?.confidence ?? null)
  return from === 'print' ? (printedField(printed, name)?.confidence ?? null) : null
}

/** What no check digit may decide, by its name in a zone; all lines of a zone are as unsure as that. */
const DISPUTABLE: Partial<Record<keyof DocumentReading, DisputableName>> = {
  lastName: 'lastName',
  firstName: 'firstNames',
  allFirstNames: 'firstNames',
  documentNumber: 'documentNumber',
  personalNumber: 'personalNumber',
}

/** A part of the zone is as sure as its letters, but where two readings fit its digits and no print of its own says which. */
function zoneConfidence(name: keyof DocumentReading, mrz: MrzFacts, print: PrintFacts | null): number {
  const { confidence, decidedConfidence = confidence } = mrz
  if (name === 'mrz') return confidence
  const disputable = DISPUTABLE[name]
  return disputable === undefined ? decidedConfidence : attributeCertainty(disputable, mrz, print)
}
