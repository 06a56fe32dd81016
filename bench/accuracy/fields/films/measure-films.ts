import type { Engine } from '../../../../analysis/engine.ts'
import type { Score } from '../../../../domain/score.ts'
import type { SceneOutcome } from '../../../../server/checks/attempt-facts.ts'
import { concludeAnswer } from '../../../../server/checks/conclude-answer.ts'
import type { DocumentKind, IssuedDocument } from '../../../../test/people/documents/issue-document.ts'
import { type Half, inventHolder, issueTo } from '../invent-holder.ts'
import { type JudgedSide, judgeSide, kindsOf, TODAY } from '../judge-side.ts'
import { CLEAN, DISTORTED, filmSide, type Showing, WORSENED } from './film-side.ts'

/** First seed of how hands hold cards. */
const SEED = 51_000
/** The document whose line is held against the print of other licences. */
const LINED: DocumentKind = 'french-licence'

/** What was read of a filmed side. */
export interface FilmedSide extends JudgedSide {
  showing: Showing
}

/** What the answer to a filmed document says of its data. */
export interface FilmedDocument {
  kind: DocumentKind
  showing: Showing
  mrzViz: Score | null
  dataExtracted: Score | null
}

/** All that was measured of films. */
export interface FilmResults {
  sides: FilmedSide[]
  documents: FilmedDocument[]
  /** `mrz-viz` of fronts of licences with the back of another holder. */
  othersBacks: (Score | null)[]
}

type Side = Parameters<typeof concludeAnswer>[0]['front']
type Sides = Record<'front' | 'back', Side>

/**
 * Films every kind of document of each of the people three times: as it is, under one of the distortions of the drawing and
 * under one of the second set, others for the next kind and the next of the people.
 */
export async function measureFilms(
  engine: Engine,
  { half, people }: { half: Half; people: number },
): Promise<FilmResults> {
  const results: FilmResults = { sides: [], documents: [], othersBacks: [] }
  const licences: Sides[] = []
  for (let index = 0; index < people; index++) {
    for (const [row, kind] of kindsOf(index).entries()) {
      const document = issueTo(inventHolder(half, index), kind)
      for (const showing of showingsOf(index + row)) {
        const seed = SEED + index * 100 + row
        const { sides, facts } = await readFilms(engine, { document, showing, seed })
        results.sides.push(...sides)
        const { mrzViz, dataExtracted } = concludeOf(facts)
        results.documents.push({ kind, showing, mrzViz, dataExtracted })
        if (kind === LINED && showing === CLEAN) licences.push(facts)
      }
    }
  }
  results.othersBacks = othersBacksOf(licences)
  return results
}

function showingsOf(turn: number): Showing[] {
  return [CLEAN, DISTORTED[turn % DISTORTED.length], WORSENED[turn % WORSENED.length]]
}

async function readFilms(
  engine: Engine,
  { document, showing, seed }: { document: IssuedDocument; showing: Showing; seed: number },
): Promise<{ sides: FilmedSide[]; facts: Sides }> {
  const sides: FilmedSide[] = []
  const facts: Record<'front' | 'back', SceneOutcome<Exclude<Side, string>>> = {
    front: 'not-asked',
    back: 'not-asked',
  }
  for (const side of ['front', 'back'] as const) {
    const frames = await filmSide(document, { side, showing, seed })
    if (frames === null) continue
    const { read, judged } = await judgeSide(engine, { document, side, frames })
    facts[side] = read
    sides.push({ ...judged, showing })
  }
  return { sides, facts }
}

/** Each front beside the back of the next holder. */
function othersBacksOf(licences: readonly Sides[]): (Score | null)[] {
  if (licences.length < 2) return []
  return licences.map(({ front }, i) => {
    const { back } = licences[(i + 1) % licences.length]
    return concludeOf({ front, back }).mrzViz
  })
}

function concludeOf({ front, back }: Sides) {
  const { documentChecks } = concludeAnswer({
    chosenDocument: back === 'not-asked' ? 'passport' : 'id-card',
    front,
    back,
    face: 'not-asked',
    referenceData: { firstName: null, lastName: null, birthDate: null },
    product: 'standard',
    environment: 'test',
    today: TODAY,
  })
  return documentChecks
}
