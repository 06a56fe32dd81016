import { join } from 'node:path'
import { isSameName } from '../../../../analysis/document/print/values/reconcile-name.ts'
import { readDocumentSide } from '../../../../analysis/document/read-document.ts'
import type { Engine } from '../../../../analysis/engine.ts'
import { parseZone } from '../../../../analysis/mrz/format/parse-zone.ts'
import type { FoundBy, PrintedName, PrintFacts } from '../../../../domain/document/print-facts.ts'
import type { MrzFields, MrzFormat } from '../../../../domain/facts.ts'
import type { Score } from '../../../../domain/score.ts'
import { checkMrzViz } from '../../../../server/checks/rules/print/check-mrz-viz.ts'
import { plainNumber } from '../../../../server/checks/rules/print/plain-number.ts'
import { listSpecimens } from '../../specimens/list-specimens.ts'
import { loadPicture } from '../../specimens/load-picture.ts'
import type { Specimen, Split } from '../../specimens/specimen.ts'
import { TODAY } from '../judge-side.ts'

/** Fields that zones have too. */
const COMPARED = ['lastName', 'firstNames', 'birthDate', 'gender', 'expiryDate', 'documentNumber'] as const

/** Formats whose zone stands on the side with the holder's data; on cards of TD1 it does not, and no layout of visas is known. */
const FORMATS: readonly MrzFormat[] = ['TD3', 'TD2', 'FR-2x36']

/** A field that is printed on most documents and that their zone tells. */
export type ComparedName = (typeof COMPARED)[number]

/** What was read of one picture of a real document beside its zone. */
export interface RealPrint {
  name: string
  split: Split
  format: MrzFormat
  /** Code of the layout; null where none was known. */
  layout: string | null
  /** Each field by whether it says what the labelled zone says. */
  fields: {
    name: ComparedName
    outcome: 'same' | 'other' | 'not read'
    read: string | null
    by: FoundBy | null
  }[]
  mrzViz: Score | null
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
  const frames = [await loadPicture(path)]
  const { facts } = await readDocumentSide(engine, { frames, side: 'front', today: TODAY })
  const print = facts.print ?? null
  const zone = parseZone(format, lines, TODAY)
  return {
    name: `${source}/${file}`,
    split,
    format,
    layout: print?.template.code ?? null,
    fields: print === null ? [] : COMPARED.flatMap((name) => compareField(print, { name, zone })),
    mrzViz: checkMrzViz(print, { mrz: facts.mrz, product: 'standard' })?.score ?? null,
  }
}

function compareField(
  { fields }: PrintFacts,
  { name, zone }: { name: ComparedName; zone: MrzFields },
): RealPrint['fields'] {
  const told = zone[name]
  if (told === null || told.length === 0) return []
  const field = fields[name satisfies PrintedName]
  if (!field) return [{ name, outcome: 'not read', read: null, by: null }]
  const read = [field.value].flat().join(' ')
  const zoneText = [told].flat().join(' ')
  const outcome = isSame(name, read, zoneText) ? 'same' : 'other'
  return [{ name, outcome, read, by: field.by ?? null }]
}

/** Zones cut long names and have no marks; letters that look like digits are told apart by places in zones alone. */
function isSame(name: ComparedName, read: string, zone: string): boolean {
  if (name === 'documentNumber') return plainNumber(read) === plainNumber(zone)
  if (name === 'lastName' || name === 'firstNames') return isSameName(read, zone)
  return read === zone
}
