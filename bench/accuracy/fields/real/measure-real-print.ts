import { join } from 'node:path'
import { readLine } from '../../../../analysis/document/print/read-lines.ts'
import { readDocumentSide } from '../../../../analysis/document/read-document.ts'
import type { Engine } from '../../../../analysis/engine.ts'
import { parseZone } from '../../../../analysis/mrz/format/parse-zone.ts'
import type { AlterableDate } from '../../../../domain/document/print-facts.ts'
import type { MrzFormat } from '../../../../domain/facts.ts'
import type { Image } from '../../../../domain/image.ts'
import type { Score } from '../../../../domain/score.ts'
import { checkMrzViz } from '../../../../server/checks/rules/print/check-mrz-viz.ts'
import { listSpecimens } from '../../specimens/list-specimens.ts'
import { loadPicture } from '../../specimens/load-picture.ts'
import type { Specimen, Split } from '../../specimens/specimen.ts'
import { TODAY } from '../judge-side.ts'
import { alterDate } from './alter-date.ts'
import { type ComparedPrint, comparePrint } from './compare-print.ts'

/** Formats whose zone stands on the side with the holder's data; on cards of TD1 it does not, and no layout of visas is known. */
const FORMATS: readonly MrzFormat[] = ['TD3', 'TD2', 'FR-2x36']

/** What was read of one picture of a real document beside its zone. */
export interface RealPrint {
  name: string
  split: Split
  format: MrzFormat
  /** Code of the layout; null where none was known. */
  layout: string | null
  fields: ComparedPrint[]
  mrzViz: Score | null
  /** The same once two digits of a date were put in each other's places; none of what was not read as the zone says. */
  altered: { name: AlterableDate; mrzViz: Score | null }[]
}

/** Reads the print of every picture of a real document and holds it against the zone that its label tells. */
export async function measureRealPrint(
  engine: Engine,
  { folder, split }: { folder: string; split?: Split },
): Promise<RealPrint[]> {
  const results: RealPrint[] = []
  for (const specimen of await listSpecimens(join(folder, 'documents'))) {
    const isWanted = split === undefined || specimen.split === split
    if (isWanted && FORMATS.includes(specimen.format)) results.push(await measurePicture(engine, specimen))
  }
  return results
}

async function measurePicture(
  engine: Engine,
  { source, file, split, format, lines, path }: Specimen,
): Promise<RealPrint> {
  const read = await readPicture(engine, await loadPicture(path))
  const print = read.facts.print ?? null
  return {
    name: `${source}/${file}`,
    split,
    format,
    layout: print?.template.code ?? null,
    fields: comparePrint(print, parseZone(format, lines, TODAY)),
    mrzViz: read.mrzViz,
    altered: await measureAltered(engine, read),
  }
}

type ReadPicture = Awaited<ReturnType<typeof readPicture>>

async function readPicture(engine: Engine, picture: Image) {
  const read = await readDocumentSide(engine, { frames: [picture], side: 'front', today: TODAY })
  const { print = null, mrz } = read.facts
  return { ...read, mrzViz: checkMrzViz(print, { mrz, product: 'standard' })?.score ?? null }
}

async function measureAltered(
  engine: Engine,
  { facts, cardCrop }: ReadPicture,
): Promise<RealPrint['altered']> {
  const altered: RealPrint['altered'] = []
  for (const name of ['birthDate', 'expiryDate'] as const) {
    const field = facts.print?.fields[name]
    if (!cardCrop || !field || !facts.mrz?.checksValid || field.value !== facts.mrz.fields[name]) continue
    const line = await readLine(engine, cardCrop, { box: field.box, care: 'full' })
    const card = alterDate(cardCrop, line, name)
    if (card) altered.push({ name, mrzViz: (await readPicture(engine, card)).mrzViz })
  }
  return altered
}
