import { analyzeScene } from '../../../analysis/analyze-scene.ts'
import { readDocumentSide } from '../../../analysis/document/read-document.ts'
import type { Engine } from '../../../analysis/engine.ts'
import type { DocumentSideFacts } from '../../../domain/facts.ts'
import type { Image } from '../../../domain/image.ts'
import type { Score } from '../../../domain/score.ts'
import { checkAccepted } from '../../../server/checks/rules/check-accepted.ts'
import { checkPhotocopy } from '../../../server/checks/rules/check-photocopy.ts'
import { checkDocumentQuality } from '../../../server/checks/rules/check-quality.ts'
import { checkScreen } from '../../../server/checks/rules/check-screen.ts'
import { checkDamage } from '../../../server/checks/rules/doubts/check-damage.ts'
import { checkHand } from '../../../server/checks/rules/doubts/check-hand.ts'
import { checkView } from '../../../server/checks/rules/doubts/check-view.ts'
import type { DoubtCase, DoubtName } from './doubt-case.ts'
import { TODAY } from './read-cases.ts'

/** What the checks said of one case. */
export interface DoubtOutcome extends Pick<DoubtCase, 'set' | 'truth' | 'besides' | 'cause'> {
  scores: Partial<Record<DoubtName, Score | null>>
}

/** Reads every case and asks every check. */
export async function measureDoubts(engine: Engine, cases: readonly DoubtCase[]): Promise<DoubtOutcome[]> {
  const outcomes: DoubtOutcome[] = []
  for (const { set, truth, besides, cause, load } of cases) {
    const frames = await load()
    outcomes.push({ set, truth, besides, cause, scores: scoresOf(await readFront(engine, frames)) })
  }
  return outcomes
}

/** The portrait is looked for only where a hand may hide it: no other check asks. */
async function readFront(engine: Engine, frames: Image[]): Promise<DocumentSideFacts> {
  const { facts } = await readDocumentSide(engine, { frames, side: 'front', today: TODAY })
  if (!facts.doubts?.hand?.over.includes('portrait')) return facts
  const shown = frames.map((image, index) => ({ image, timeMs: index * 100 }))
  const analysis = await analyzeScene(engine, {
    scene: 'document-front',
    frames: shown,
    challenge: null,
    today: TODAY,
  })
  return analysis.facts as DocumentSideFacts
}

/** The checks of quality are one in an answer: any of them stops a side. */
function scoresOf(facts: DocumentSideFacts): DoubtOutcome['scores'] {
  const quality = checkDocumentQuality('front', facts).score
  return {
    screen: checkScreen(facts)?.score ?? null,
    photocopy: checkPhotocopy(facts)?.score ?? null,
    blurred: quality,
    smeared: quality,
    dark: quality,
    glare: quality,
    cut: quality,
    'too far': quality,
    'hidden by a hand': checkHand(facts)?.score ?? null,
    'corner cut off': checkDamage(facts)?.score ?? null,
    'still picture': checkView(facts)?.score ?? null,
    'not accepted': checkAccepted(facts.mrz)?.score ?? null,
  }
}
