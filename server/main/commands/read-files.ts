import { performance } from 'node:perf_hooks'
import { readDocumentSide } from '../../../analysis/document/read-document.ts'
import type { Engine } from '../../../analysis/engine.ts'
import type { DocumentSideFacts, MrzFacts } from '../../../domain/facts.ts'
import { type Footage, openFootage } from './footage/open-footage.ts'
import { LateEngine } from './late-engine.ts'
import { doubtsOf } from './list-doubts.ts'
import { toldFile } from './told-file.ts'

/** What a file says, one line of JSON. */
export interface FileReading {
  file: string
  media: Footage['media']
  /** Of the zone; null when there is none. */
  format: MrzFacts['format'] | null
  mrz: { lines: string[]; raw: string[]; checksValid: boolean; confidence: number } | null
  /** `confidence` is that of the zone's weakest line; `box` is null: single fields are not placed yet. */
  fields: Record<string, { value: string | string[]; confidence: number; box: null }>
  quality: DocumentSideFacts['quality']
  barcodes: NonNullable<DocumentSideFacts['barcodes']>
  doubts: string[]
  ms: number
}

/** Reads each file as one side of a document and prints a line for each; `today` is an ISO date. */
export async function readFiles(
  paths: readonly string[],
  options: { json: boolean; today: string },
): Promise<void> {
  const engine = new LateEngine()
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
  const { facts } = await readDocumentSide(engine, { frames: footage.frames, side: 'front', today })
  const { mrz, quality } = facts
  return {
    file: path,
    media: footage.media,
    format: mrz?.format ?? null,
    mrz: mrz && {
      lines: mrz.lines,
      raw: mrz.rawLines,
      checksValid: mrz.checksValid,
      confidence: rounded(mrz.confidence),
    },
    fields: mrz ? fieldsOf(mrz) : {},
    quality,
    barcodes: facts.barcodes ?? [],
    doubts: doubtsOf(facts, today),
    ms: Math.round(performance.now() - start),
  }
}

function fieldsOf({ fields, confidence }: MrzFacts): FileReading['fields'] {
  const known = Object.entries(fields).filter(([, value]) => value !== null && value.length > 0)
  return Object.fromEntries(
    known.map(([name, value]) => [name, { value, confidence: rounded(confidence), box: null }]),
  )
}

function rounded(share: number): number {
  return Math.round(share * 1e4) / 1e4
}

function inWords({ file, mrz, doubts }: FileReading): string {
  return [file, ...(mrz?.lines ?? ['no zone']), ...doubts.map((doubt) => `doubt: ${doubt}`)].join('\n  ')
}
