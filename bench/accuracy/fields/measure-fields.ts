import type { Engine } from '../../../analysis/engine.ts'
import type { DocumentSideFacts } from '../../../domain/facts.ts'
import type { Score } from '../../../domain/score.ts'
import { checkMrzViz } from '../../../server/checks/rules/print/check-mrz-viz.ts'
import { printOf } from '../../../server/checks/rules/print/print-of.ts'
import type { DocumentKind } from '../../../test/people/documents/issue-document.ts'
import { flatSide, flatSideOfTwo, SOFTNESS, type Softness, soften, ZONES } from './flat-document.ts'
import { type Half, type Holder, inventHolder, issueTo } from './invent-holder.ts'
import { type JudgedSide, judgeSide, kindsOf } from './judge-side.ts'

/** What was read of one side in one picture. */
export interface SideOutcome extends JudgedSide {
  softness: Softness
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

/** Reads every kind of document of each of the people, as issued and with zones of others. */
export async function measureFields(
  engine: Engine,
  { half, people }: { half: Half; people: number },
): Promise<FieldResults> {
  const results: FieldResults = { sides: [], comparisons: [] }
  for (let index = 0; index < people; index++) {
    const [holder, other] = [inventHolder(half, index), inventHolder(half, index + 1)]
    for (const kind of kindsOf(index)) {
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
      const frames = [await soften(picture, softness)]
      const { read, judged } = await judgeSide(engine, { document, side, frames })
      if (softness === 'sharp') facts[side] = read
      sides.push({ ...judged, softness })
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
    const frames = [await flatSideOfTwo(document, issueTo(stranger, kind))]
    const { read } = await judgeSide(engine, { document, side: zone.side, frames })
    comparisons.push({ kind, zoneHolder, score: scoreOf({ ...facts, [zone.side]: read }) })
  }
  return { sides, comparisons }
}

type ReadSides = Record<'front' | 'back', DocumentSideFacts | 'not-asked'>

function scoreOf(sides: ReadSides): Score | null {
  const mrz = [sides.front, sides.back].flatMap((side) => (side === 'not-asked' ? [] : (side.mrz ?? [])))
  return checkMrzViz(printOf(sides), { mrz: mrz[0] ?? null, product: 'standard' })?.score ?? null
}
