import { readDocumentSide } from '../../../analysis/document/read-document.ts'
import type { Engine } from '../../../analysis/engine.ts'
import type { PrintedName } from '../../../domain/document/print-facts.ts'
import type { DocumentSideFacts } from '../../../domain/facts.ts'
import type { Image } from '../../../domain/image.ts'
import type { Score } from '../../../domain/score.ts'
import { checkMrzViz } from '../../../server/checks/rules/print/check-mrz-viz.ts'
import { printOf } from '../../../server/checks/rules/print/print-of.ts'
import type { DocumentKind, IssuedDocument } from '../../../test/people/documents/issue-document.ts'
import { flatSide, flatSideOfTwo, SOFTNESS, type Softness, soften, ZONES } from './flat-document.ts'
import { type Half, type Holder, inventHolder, issueTo } from './invent-holder.ts'
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

/** Decides the centuries of dates: all of the cast are born before it. */
const TODAY = '2026-01-01'

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
export interface SideOutcome {
  kind: DocumentKind
  side: 'front' | 'back'
  softness: Softness
  isLayoutRight: boolean
  fields: FieldOutcome[]
  cpuMs: number
}

/** Whose zone a document has: that of its print, of another, or its own with another's birth date. */
export const ZONE_HOLDERS = ['the same', 'another person', 'the same, another birth date'] as const

/** What the check said of one document. */
export interface ComparisonOutcome {
  kind: DocumentKind
  zoneHolder: (typeof ZONE_HOLDERS)[number]
  score: Score | null
}

/** All that was measured. */
export interface FieldResults {
  sides: SideOutcome[]
  comparisons: ComparisonOutcome[]
}

/** Reads every kind of document of each of the people, as issued and with zones of others. A minute a person. */
export async function measureFields(
  engine: Engine,
  { half, people }: { half: Half; people: number },
): Promise<FieldResults> {
  const results: FieldResults = { sides: [], comparisons: [] }
  for (let index = 0; index < people; index++) {
    const [holder, other] = [inventHolder(half, index), inventHolder(half, index + 1)]
    for (const kind of Object.keys(LAYOUT_CODES) as DocumentKind[]) {
      const { sides, comparisons } = await measureDocument(engine, { kind, holder, other })
      results.sides.push(...sides)
      results.comparisons.push(...comparisons)
    }
  }
  return results
}

async function measureDocument(
  engine: Engine,
  { kind, holder, other }: { kind: DocumentKind; holder: Holder; other: Holder },
): Promise<FieldResults> {
  const document = issueTo(holder, kind)
  const sides: SideOutcome[] = []
  const facts: ReadSides = { front: 'not-asked', back: 'not-asked' }
  for (const side of ['front', 'back'] as const) {
    const picture = await flatSide(document, side)
    if (picture === null) continue
    for (const softness of Object.keys(SOFTNESS) as Softness[]) {
      const { read, cpuMs } = await readSide(engine, await soften(picture, softness), side)
      if (softness === 'sharp') facts[side] = read
      sides.push(sideOutcome(document, { read, cpuMs, softness }))
    }
  }
  const zone = ZONES[kind]
  if (!zone) return { sides, comparisons: [] }
  const comparisons: ComparisonOutcome[] = [{ kind, zoneHolder: 'the same', score: scoreOf(facts) }]
  const strangers = [
    ['another person', other],
    [
      'the same, another birth date',
      { ...holder, person: { ...holder.person, birthDate: other.person.birthDate } },
    ],
  ] as const
  for (const [zoneHolder, stranger] of strangers) {
    const picture = await flatSideOfTwo(document, issueTo(stranger, kind))
    const { read } = await readSide(engine, picture, zone.side)
    comparisons.push({ kind, zoneHolder, score: scoreOf({ ...facts, [zone.side]: read }) })
  }
  return { sides, comparisons }
}

type ReadSides = Record<'front' | 'back', DocumentSideFacts | 'not-asked'>

async function readSide(
  engine: Engine,
  picture: Image,
  side: 'front' | 'back',
): Promise<{ read: DocumentSideFacts; cpuMs: number }> {
  const before = process.cpuUsage()
  const { facts } = await readDocumentSide(engine, { frames: [picture], side, today: TODAY })
  const { user, system } = process.cpuUsage(before)
  return { read: facts, cpuMs: (user + system) / 1000 }
}

function scoreOf(sides: ReadSides): Score | null {
  const mrz = [sides.front, sides.back].flatMap((side) => (side === 'not-asked' ? [] : (side.mrz ?? [])))
  return checkMrzViz(printOf(sides), { mrz: mrz[0] ?? null, product: 'standard' })?.score ?? null
}

function sideOutcome(
  document: IssuedDocument,
  { read, cpuMs, softness }: { read: DocumentSideFacts; cpuMs: number; softness: Softness },
): SideOutcome {
  const { side } = read
  const template = read.print?.template
  return {
    kind: document.kind,
    side,
    softness,
    isLayoutRight: template?.code === LAYOUT_CODES[document.kind] && template.side === side,
    fields: printedTruth(document, side).map((truth) => fieldOutcome(truth, read)),
    cpuMs,
  }
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
