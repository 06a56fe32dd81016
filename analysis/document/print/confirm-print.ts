import type { PrintedField, PrintedName, PrintFacts } from '../../../domain/document/print-facts.ts'
import type { Image } from '../../../domain/image.ts'
import type { Engine } from '../../engine.ts'
import type { LayoutField } from '../layouts/layout.ts'
import { LAYOUTS } from '../layouts/layouts.ts'
import { restorePrint } from './ink/restore-print.ts'
import { readLine } from './read-lines.ts'
import { parseValue } from './values/parse-value.ts'
import { certaintyOf, weighReading, weighSame } from './values/rate-field.ts'

/** Rims of two frames' cards are a little apart: room around a field in the second, shares of its height. */
const ROOM = { beside: 0.25, over: 0.06 }
/** Fields without which no identity is concluded; the others are read once. */
const CONFIRMED: readonly PrintedName[] = [
  'lastName',
  'firstNames',
  'birthDate',
  'documentNumber',
  'expiryDate',
]

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
  name: PrintedName
  field: PrintedField
  layout: LayoutField | undefined
  card: Image
  /** ISO date, which decides the centuries of dates. */
  today: string
}

async function confirmField(
  engine: Engine,
  { name, field, layout, card, today }: FieldToConfirm,
): Promise<PrintedField> {
  const { x, y, width, height } = field.box
  const [beside, over] = [ROOM.beside * height, ROOM.over * height]
  const box = { x: x - beside, y: y - over, width: width + 2 * beside, height: height + 2 * over }
  const line = restorePrint(card, await readLine(engine, card, { box, care: 'full' }))
  // The box begins at the value's line, which may begin with its label or number.
  const value = layout ? parseValue(layout, withoutNumber(line.text), today) : null
  const isSame = JSON.stringify(value) === JSON.stringify(field.value)
  const confidence = isSame
    ? weighSame(name, field.confidence, certaintyOf(line, 'label'))
    : weighReading(field.confidence, 'other')
  return { ...field, confidence, framesAgreeing: field.framesAgreeing + (isSame ? 1 : 0) }
}

/** Numbers of licences' fields stand in the same line as their values. */
function withoutNumber(text: string): string {
  return text.replace(/^\s*(?:4\s?[a-d]|[1-9Il|])\s?[.,:]\s*/i, '')
}

function layoutField({ template }: PrintFacts, name: PrintedName): LayoutField | undefined {
  const layout = LAYOUTS.find(({ id }) => id === template.id)
  return layout?.sides.find(({ side }) => side === template.side)?.fields.find((field) => field.name === name)
}
