import type { PrintedField, PrintedName, PrintFacts } from '../../../domain/document/print-facts.ts'
import type { Box, Image } from '../../../domain/image.ts'
import type { Engine } from '../../engine.ts'
import { brightenDark } from '../../text/brighten-dark.ts'
import type { DocumentLayout, LayoutField, ValueKind } from '../layouts/layout.ts'
import { LAYOUTS } from '../layouts/layouts.ts'
import { restorePrint } from './ink/restore-print.ts'
import { type ReadingCare, readLine } from './read-lines.ts'
import { parseFirstOfFullName, parseValue, type ValueSense } from './values/parse-value.ts'
import { certaintyOf, SOFT_CERTAINTY, weighReading, weighSame } from './values/rate-field.ts'

/** Rims of two frames' cards are a little apart: room around a field in the second, shares of its height. */
const ROOM = { beside: 0.25, over: 0.06 }
/** Fields without which no identity is concluded; the others are read once. */
const CONFIRMED = ['lastName', 'firstNames', 'birthDate', 'documentNumber', 'expiryDate'] as const
/** How they are written wherever they were found by what the zone says: many layouts do not list them. */
const KINDS: Readonly<Record<(typeof CONFIRMED)[number], ValueKind>> = {
  lastName: 'name',
  firstNames: 'names',
  birthDate: 'date',
  documentNumber: 'number',
  expiryDate: 'date',
}

/**
 * Reads the fields that an identity rests on once more in another frame's card, of the same size and way up, where the
 * first had them: each one read alike gains a frame and is surer, one read otherwise stays and is less sure. About 0.1 s.
 */
export async function confirmPrint(
  engine: Engine,
  print: PrintFacts,
  { card, today }: { card: Image; today: string },
): Promise<PrintFacts> {
  const fields = { ...print.fields }
  const legible = brightenDark(card)
  const sense = { today, words: layoutOf(print.template) }
  for (const name of CONFIRMED) {
    const field = fields[name]
    if (!field) continue
    const layout = layoutField(print, name)
    fields[name] = await confirmField(engine, {
      name,
      field,
      layout,
      bothNames: lineOfNames(print),
      card: legible,
      sense,
    })
  }
  return { ...print, fields, framesRead: print.framesRead + 1 }
}

/** A field to read once more, how its layout has it printed, and the other frame's card. */
interface FieldToConfirm {
  name: (typeof CONFIRMED)[number]
  field: PrintedField
  layout: LayoutField | undefined
  /** The line of which both names are parts, if they are. */
  bothNames: Box | null
  card: Image
  sense: ValueSense
}

/** Reads a field again at a glance, and in full where that says something else or is not sure of each letter. */
async function confirmField(engine: Engine, confirmed: FieldToConfirm): Promise<PrintedField> {
  const { name, field } = confirmed
  const glance = await readAgain(engine, confirmed, 'glance')
  const isClear = glance.isSame && glance.certainty > SOFT_CERTAINTY
  const { isSame, certainty } = isClear ? glance : await readAgain(engine, confirmed, 'full')
  const confidence = isSame
    ? weighSame(name, field.confidence, certainty)
    : weighReading(field.confidence, 'other')
  return { ...field, confidence, framesAgreeing: field.framesAgreeing + (isSame ? 1 : 0) }
}

async function readAgain(
  engine: Engine,
  confirmed: FieldToConfirm,
  care: ReadingCare,
): Promise<{ isSame: boolean; certainty: number }> {
  const { field, card } = confirmed
  const { x, y, width, height } = lineOf(confirmed)
  const [beside, over] = [ROOM.beside * height, ROOM.over * height]
  const box = { x: x - beside, y: y - over, width: width + 2 * beside, height: height + 2 * over }
  const line = restorePrint(card, await readLine(engine, card, { box, care }))
  const value = valueIn(confirmed, line.text)
  // A name that the zone gave a letter back is the same when the print is read alike again.
  const same = [field.value, valueOfRaw(confirmed)].map((one) => JSON.stringify(one))
  return {
    isSame: value !== null && same.includes(JSON.stringify(value)),
    certainty: certaintyOf(line, 'label'),
  }
}

/** What a text says of a field: as its layout has it printed, as any print would, or as the end of a line with both names. */
function valueIn(confirmed: FieldToConfirm, text: string): string | string[] | null {
  const { name, field, layout, sense } = confirmed
  // The box begins at the value's line, which may begin with its label or number.
  const own = withoutNumber(text)
  if (field.by === 'zone') return parseValue({ name, kind: KINDS[name], labels: [] }, own, sense)
  if (name === 'firstNames' && confirmed.bothNames) return parseFirstOfFullName(own)
  if (layout) return parseValue(layout, own, sense)
  return name === 'firstNames' ? parseFirstOfFullName(own) : null
}

/** What was read before, without the letters that a zone gave back. */
function valueOfRaw(confirmed: FieldToConfirm): string | string[] | null {
  const { name, field, bothNames, sense } = confirmed
  if (name !== 'firstNames' || !bothNames) return valueIn(confirmed, field.raw)
  return parseValue({ name, kind: 'names', labels: [] }, field.raw, sense)
}

/** A part of a line is read with the rest: its rims would show pieces of that. */
function lineOf({ name, field, bothNames }: FieldToConfirm): Box {
  const isPart = (name === 'lastName' || name === 'firstNames') && field.by !== 'zone'
  return (isPart && bothNames) || field.box
}

/** Where the one line stands that a layout has for both names; null where each has its own. */
function lineOfNames({ template, fields: { lastName, firstNames } }: PrintFacts): Box | null {
  const isOne = fieldsOf(template).some(({ kind }) => kind === 'full-name')
  if (!isOne || !lastName || !firstNames) return null
  const [last, first] = [lastName.box, firstNames.box]
  const gap = first.x - last.x - last.width
  const areParts = last.y === first.y && last.height === first.height && gap >= 0 && gap < last.height
  if (!areParts) return null
  return { ...last, width: first.x + first.width - last.x }
}

/** Numbers of licences' fields stand in the same line as their values. */
function withoutNumber(text: string): string {
  return text.replace(/^\s*(?:4\s?[a-d]|[1-9Il|])\s?[.,:]\s*/i, '')
}

function layoutField({ template }: PrintFacts, name: PrintedName): LayoutField | undefined {
  return fieldsOf(template).find((field) => field.name === name)
}

function fieldsOf(template: PrintFacts['template']): readonly LayoutField[] {
  const sides = layoutOf(template)?.sides ?? []
  return sides.find(({ side }) => side === template.side)?.fields ?? []
}

function layoutOf({ id }: PrintFacts['template']): DocumentLayout | undefined {
  return LAYOUTS.find((one) => one.id === id)
}
