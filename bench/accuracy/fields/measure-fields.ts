import type { Engine } from '../../../analysis/engine.ts'
import type { DocumentSideFacts } from '../../../domain/facts.ts'
import type { Image } from '../../../domain/image.ts'
import { joinScores, type Score } from '../../../domain/score.ts'
import { checkFrontOfZone } from '../../../server/checks/rules/print/check-front-of-zone.ts'
import { checkMrzViz } from '../../../server/checks/rules/print/check-mrz-viz.ts'
import { printOf } from '../../../server/checks/rules/print/print-of.ts'
import type { DocumentKind, IssuedDocument } from '../../../test/people/documents/issue-document.ts'
import {
  flatFrontCovered,
  flatSide,
  flatSideOfTwo,
  SOFTNESS,
  type Softness,
  soften,
  ZONES,
} from './flat-document.ts'
import { type Half, inventHolder, issueTo } from './invent-holder.ts'
import { type JudgedSide, judgeSide, kindsOf } from './judge-side.ts'
import { type Holders, type Stranger, strangersOf, type ZoneHolder } from './zone-holders.ts'

/** What was read of one side in one picture. */
export interface SideOutcome extends JudgedSide {
  softness: Softness
}

/** What the check said of one document. */
export interface ComparisonOutcome {
  kind: DocumentKind
  zoneHolder: ZoneHolder
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
      const { sides, comparisons } = await measureDocument(engine, kind, { holder, other, index })
      results.sides.push(...sides)
      results.comparisons.push(...comparisons)
    }
  }
  return results
}

async function measureDocument(engine: Engine, kind: DocumentKind, holders: Holders): Promise<FieldResults> {
  const document = issueTo(holders.holder, kind)
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
  if (!ZONES[kind]) return { sides, comparisons: [] }
  const comparisons: ComparisonOutcome[] = [{ kind, zoneHolder: 'the same', score: scoreOf(facts) }]
  for (const stranger of strangersOf(document, holders)) {
    const score = scoreOf(await readChanged(engine, stranger, { document, facts }))
    comparisons.push({ kind, zoneHolder: stranger.zoneHolder, score })
  }
  return { sides, comparisons }
}

/** The sides of a document with a stranger's zone, and where that is asked for what it prints otherwise covered. */
async function readChanged(
  engine: Engine,
  { zoneOf, own }: Stranger,
  { document, facts }: { document: IssuedDocument; facts: ReadSides },
): Promise<ReadSides> {
  const isCard = ZONES[document.kind]?.side === 'back'
  const read = async (side: 'front' | 'back', picture: Image) =>
    (await judgeSide(engine, { document, side, frames: [picture] })).read
  const zone = await flatSideOfTwo(document, zoneOf, isCard ? 'as issued' : own)
  if (!isCard) return { ...facts, front: await read('front', zone) }
  const back = await read('back', zone)
  if (own === 'as issued') return { ...facts, back }
  return { front: await read('front', await flatFrontCovered(document, zoneOf)), back }
}

type ReadSides = Record<'front' | 'back', DocumentSideFacts | 'not-asked'>

function scoreOf(sides: ReadSides): Score | null {
  const mrz = [sides.front, sides.back].flatMap((side) => (side === 'not-asked' ? [] : (side.mrz ?? [])))
  const found = [
    checkMrzViz(printOf(sides), { mrz: mrz[0] ?? null, product: 'standard' }),
    checkFrontOfZone(sides),
  ].flatMap((finding) => finding?.score ?? [])
  return found.length === 0 ? null : joinScores(found)
}
