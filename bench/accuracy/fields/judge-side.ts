import { readDocumentSide } from '../../../analysis/document/read-document.ts'
import type { Engine } from '../../../analysis/engine.ts'
import type { PrintedName } from '../../../domain/document/print-facts.ts'
import type { DocumentSideFacts } from '../../../domain/facts.ts'
import type { Image } from '../../../domain/image.ts'
import type { DocumentKind, IssuedDocument } from '../../../test/people/documents/issue-document.ts'
import { type PrintedTruth, printedTruth } from './printed-truth.ts'

/** The code of the layout that each drawn document must be found to have. */
export const LAYOUT_CODES: Readonly<Record<DocumentKind, string>> = {
  'french-passport': 'P1',
  'french-id-card': 'I4',
  'french-card': 'I3',
  'residence-permit': 'R1',
  'french-licence': 'D1',
  'driving-licence': 'DL',
  passport: 'TD3',
  'id-card': 'TD1',
}

/** The first of the people have every kind; those after them only states' own, which the goals are about. */
const PEOPLE_WITH_EVERY_KIND = 4
const OF_ANY_STATE: readonly DocumentKind[] = ['driving-licence', 'passport', 'id-card']

/** The kinds of documents that the n-th of the people has. */
export function kindsOf(index: number): DocumentKind[] {
  const kinds = Object.keys(LAYOUT_CODES) as DocumentKind[]
  return index < PEOPLE_WITH_EVERY_KIND ? kinds : kinds.filter((kind) => !OF_ANY_STATE.includes(kind))
}

/** Decides the centuries of dates: all of the cast are born before it, and all documents end after. */
export const TODAY = '2026-01-01'

/** A printed field and what the reader made of it; null when it read none. */
export interface FieldOutcome {
  name: PrintedName
  isRight: boolean
  /** Right but for accents, which the recogniser's capitals partly lack, and spaces. */
  hasRightLetters: boolean
  isMissing: boolean
  /** What was printed and what was read, for the list of what went wrong; null for what is right. */
  fault: { read: string | string[] | null; printed: string | string[] } | null
  /** Of what was read; null when nothing was. */
  confidence: number | null
}

/** What was read of one side. */
export interface JudgedSide {
  kind: DocumentKind
  side: 'front' | 'back'
  isLayoutRight: boolean
  fields: FieldOutcome[]
  cpuMs: number
}

/** Reads frames of one side of a drawn document and holds what was read against what is printed. */
export async function judgeSide(
  engine: Engine,
  { document, side, frames }: { document: IssuedDocument; side: 'front' | 'back'; frames: readonly Image[] },
): Promise<{ read: DocumentSideFacts; judged: JudgedSide }> {
  const before = process.cpuUsage()
  const { facts: read } = await readDocumentSide(engine, { frames, side, today: TODAY })
  const { user, system } = process.cpuUsage(before)
  const template = read.print?.template
  const judged = {
    kind: document.kind,
    side,
    isLayoutRight: template?.code === LAYOUT_CODES[document.kind] && template.side === side,
    fields: printedTruth(document, side).map((truth) => fieldOutcome(truth, read)),
    cpuMs: (user + system) / 1000,
  }
  return { read, judged }
}

function fieldOutcome({ name, value }: PrintedTruth, { print }: DocumentSideFacts): FieldOutcome {
  const read = print?.fields[name]
  const isRight = JSON.stringify(read?.value) === JSON.stringify(value)
  return {
    name,
    isRight,
    hasRightLetters: read !== undefined && lettersOf(read.value) === lettersOf(value),
    isMissing: read === undefined,
    fault: isRight ? null : { read: read?.value ?? null, printed: value },
    confidence: read?.confidence ?? null,
  }
}

/** Letters and digits alone, one name apart from the next. */
function lettersOf(value: string | string[]): string {
  return [value].flat().map(plain).join()
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '')
}
