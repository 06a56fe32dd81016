import type { PrintedField, PrintedName, PrintFacts } from '../../../domain/document/print-facts.ts'
import type { Image } from '../../../domain/image.ts'
import type { Engine } from '../../engine.ts'
import type { LayoutField, ValueKind } from '../layouts/layout.ts'
import { LAYOUTS } from '../layouts/layouts.ts'
import { restorePrint } from './ink/restore-print.ts'
import { readLine } from './read-lines.ts'
import { parseFirstOfFullName, parseValue } from './values/parse-value.ts'
import { certaintyOf, weighReading, weighSame } from './values/rate-field.ts'

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
  for (const name of CONFIRMED) {
    const field = fields[name]
    if (!field) continue
    fields[name] = await confirmField(engine, { name, field, layout: layoutField(print, name), card, today })
  }
  return { ...print, fields, framesRead: print.framesRead + 1 }
}

/** A field to read once more, how its layout has it printed, and the other frame's card. */
interface FieldToConfirm {
  name: (typeof CONFIRMED)[number]
  field: PrintedField
  layout: LayoutField | undefined
  card: Image
  /** ISO date, which decides the centuries of dates. */
  today: string
}

async function confirmField(engine: Engine, confirmed: FieldToConfirm): Promise<PrintedField> {
  const { name, field, card } = confirmed
  const { x, y, width, height } = field.box
  const [beside, over] = [ROOM.beside * height, ROOM.over * height]
  const box = { x: x - beside, y: y - over, width: width + 2 * beside, height: height + 2 * over }
  const line = restorePrint(card, await readLine(engine, card, { box, care: 'full' }))
  const value = JSON.stringify(valueIn(confirmed, line.text))
  // A name that the zone gave a letter back is the same when the print is read alike again.
  const isSame =
    value === JSON.stringify(field.value) || value === JSON.stringify(valueIn(confirmed, field.raw))
  const confidence = isSame
    ? weighSame(name, field.confidence, certaintyOf(line, 'label'))
    : weighReading(field.confidence, 'other')
  return { ...field, confidence, framesAgreeing: field.framesAgreeing + (isSame ? 1 : 0) }
}

/** What a text says of a field: as its layout has it printed, as any print would, or as the end of a line with both names. */
function valueIn({ name, field, layout, today }: FieldToConfirm, text: string): string | string[] | null {
  // The box begins at the value's line, which may begin with its label or number.
  const own = withoutNumber(text)
  if (field.by === 'zone') return parseValue({ name, kind: KINDS[name], labels: [] }, own, today)
  if (layout) return parseValue(layout, own, today)
  return name === 'firstNames' ? parseFirstOfFullName(own) : null
}

/** Numbers of licences' fields stand in the same line as their values. */
function withoutNumber(text: string): string {
  return text.replace(/^\s*(?:4\s?[a-d]|[1-9Il|])\s?[.,:]\s*/i, '')
}

function layoutField({ template }: PrintFacts, name: PrintedName): LayoutField | undefined {
  const layout = LAYOUTS.find(({ id }) => id === template.id)
  return layout?.sides.find(({ side }) => side === template.side)?.fields.find((field) => field.name === name)
}
