import { performance } from 'node:perf_hooks'
import { DOCUMENT_NETWORKS, type Engine } from '../../../analysis/engine.ts'
import type { LicenceLineFacts } from '../../../domain/document/licence-line-facts.ts'
import { isSameName } from '../../../domain/document/names/reconcile-name.ts'
import type { DocumentSideFacts, MrzFacts } from '../../../domain/facts.ts'
import type { Box } from '../../../domain/image.ts'
import { withPrintedCentury } from '../../checks/rules/print/with-printed-century.ts'
import { type Footage, openFootage } from './footage/open-footage.ts'
import { LateEngine } from './late-engine.ts'
import { kindOf, type SideKind } from './reading/kind-of.ts'
import { doubtsOf } from './reading/list-doubts.ts'
import { printableName } from './reading/printable-name.ts'
import { readEitherSide } from './reading/read-either-side.ts'
import { toldFile } from './told-file.ts'

/** What a file says, one line of JSON. */
export interface FileReading extends SideKind {
  file: string
  media: Footage['media']
  /** Of the machine readable lines; null when there are none. */
  format: LinesFormat | null
  /** The zone, or the one line on the back of a French licence. */
  mrz: { lines: string[]; raw: string[]; checksValid: boolean; confidence: number } | null
  /** What the zone or the line says, and besides what is printed only, by the words of the answer. */
  fields: Record<string, ReadField>
  quality: DocumentSideFacts['quality']
  barcodes: NonNullable<DocumentSideFacts['barcodes']>
  doubts: string[]
  ms: number
}

/** Formats of zones, and that of the one line of 30 characters on French licences. */
type LinesFormat = MrzFacts['format'] | 'FR-1x30'

/**
 * A field, as sure as its least certain character, and where it stands on the card as cut out, px: in print, or else in the machine
 * readable lines; null where no single frame shows these.
 */
interface ReadField {
  value: string | string[]
  confidence: number
  box: Box | null
}

/** Reads each file as one side of a document and prints a line for each; `today` is an ISO date. */
export async function readFiles(
  paths: readonly string[],
  options: { json: boolean; today: string },
): Promise<void> {
  const engine = new LateEngine(DOCUMENT_NETWORKS)
  for (const path of paths) {
    const reading = await toldFile(path, async () => {
      const footage = await openFootage(path)
      return readFootage(await engine.open(), { path, footage, today: options.today })
    })
    if (reading !== null)
      process.stdout.write(`${options.json ? JSON.stringify(reading) : inWords(reading)}\n`)
  }
  await engine.close()
}

async function readFootage(
  engine: Engine,
  { path, footage, today }: { path: string; footage: Footage; today: string },
): Promise<FileReading> {
  const start = performance.now()
  const seen = await readEitherSide(engine, { frames: footage.frames, today })
  const { front: facts } = withPrintedCentury({ front: seen, back: 'not-asked' }, today)
  return {
    file: path,
    media: footage.media,
    ...kindOf(facts),
    ...linesOf(facts),
    fields: fieldsOf(facts),
    quality: facts.quality,
    barcodes: facts.barcodes ?? [],
    doubts: doubtsOf(facts, today),
    ms: Math.round(performance.now() - start),
  }
}

function linesOf({ mrz, licenceLine }: DocumentSideFacts): Pick<FileReading, 'format' | 'mrz'> {
  if (mrz) {
    const { format, lines, rawLines: raw, checksValid, confidence } = mrz
    return { format, mrz: { lines, raw, checksValid, confidence: rounded(confidence) } }
  }
  if (!licenceLine) return { format: null, mrz: null }
  const { line, raw, checksValid, confidence } = licenceLine
  return {
    format: 'FR-1x30',
    mrz: { lines: [line], raw: [raw], checksValid, confidence: rounded(confidence) },
  }
}

/**
 * The zone has check digits: its values are taken before those of the print, which tells where they stand and has accents. Where
 * both say the same the field is as sure as the surer of them.
 */
function fieldsOf({ mrz, print, licenceLine }: DocumentSideFacts): FileReading['fields'] {
  const read = mrz ?? licenceLine
  const zone = Object.entries(read?.fields ?? {}).flatMap(([name, value]): [string, ReadField][] =>
    !read || value === null || value.length === 0 ? [] : [[name, { value, ...sightOf(name, read) }]],
  )
  const fields = Object.fromEntries(zone)
  for (const [name, { value, confidence, box }] of Object.entries(print?.fields ?? {})) {
    const told = fields[name]
    const isTold = told !== undefined && !isSpelledBy(value, told.value)
    const sure = rounded(confidence)
    fields[name] = {
      value: isTold ? told.value : value,
      confidence: isTold ? Math.max(told.confidence, isSame(told.value, value) ? sure : 0) : sure,
      box: inWholePixels(box),
    }
  }
  return fields
}

/** How sure a field of machine readable lines is, and where it stands on the card. */
function sightOf(name: string, read: MrzFacts | LicenceLineFacts): Omit<ReadField, 'value'> {
  const confidences: Record<string, number> = read.fieldConfidences ?? {}
  const boxes: Record<string, Box> = read.fieldBoxes ?? {}
  return {
    confidence: rounded(confidences[name] ?? read.confidence),
    box: boxes[name] ? inWholePixels(boxes[name]) : null,
  }
}

/** Whether a zone spells what was printed, which may have accents more: names are told as printed then. */
function isSpelledBy(printed: string | string[], zone: string | string[]): boolean {
  const [one, other] = [printed, zone].map((value) => [value].flat().join(' '))
  return one !== other && /^[A-Z <]+$/.test(other) && isSameName(one, other)
}

function isSame(one: string | string[], other: string | string[]): boolean {
  return [one].flat().join(' ') === [other].flat().join(' ')
}

function inWholePixels({ x, y, width, height }: Box): Box {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  return { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top }
}

function rounded(share: number): number {
  return Math.round(share * 1e4) / 1e4
}

function inWords({ file, type, side, template, mrz, doubts }: FileReading): string {
  const kind = [type, side, template?.code].filter(Boolean).join(', ')
  const lines = mrz?.lines ?? ['no zone']
  return [
    printableName(file),
    ...(kind ? [kind] : []),
    ...lines,
    ...doubts.map((doubt) => `doubt: ${doubt}`),
  ].join('\n  ')
}
