import { readDocumentSide } from '../../../../analysis/document/read-document.ts'
import type { Engine } from '../../../../analysis/engine.ts'
import type { DocumentSideFacts } from '../../../../domain/facts.ts'
import type { Image } from '../../../../domain/image.ts'
import { checkFrontOfZone } from '../../../../server/checks/rules/print/check-front-of-zone.ts'
import { filmSide, type Showing } from '../films/film-side.ts'
import { flatSide, SOFTNESS, type Softness, soften } from '../flat-document.ts'
import { type Half, inventHolder, issueTo } from '../invent-holder.ts'
import { TODAY } from '../judge-side.ts'

/** First seed of how hands hold the cards. */
const SEED = 57_000
/** What makes fronts hard to read. */
const SHOWINGS = [
  'slight-blur',
  'shadow',
  'dark',
  'small',
  'glare',
  'second set, blurred',
  'second set, small',
] as const satisfies readonly Showing[]

/** How a front was shown: lying flat in one picture, more or less in focus, or filmed. */
export type FrontShowing = `flat, ${Softness}` | (typeof SHOWINGS)[number]

/** Whether a front was let pass beside two backs. */
export interface FrontOutcome {
  showing: FrontShowing
  /** Beside its own back, by what labels and places told of it alone. */
  isTiedByLabels: boolean
  /** Beside its own back. */
  isTied: boolean
  /** Beside the back of another person. */
  isTiedToAnother: boolean
}

/** Shows the fronts of cards of no state's own layout, and holds each against its own back and the next person's. */
export async function measureFronts(
  engine: Engine,
  { half, people }: { half: Half; people: number },
): Promise<FrontOutcome[]> {
  const backs: DocumentSideFacts[] = []
  for (let index = 0; index <= people; index++) backs.push(await readBack(engine, half, index))
  const outcomes: FrontOutcome[] = []
  for (let index = 0; index < people; index++) {
    const [own, other] = [backs[index], backs[index + 1]]
    for (const { showing, frames } of await showFront(half, index)) {
      const { facts: front } = await readDocumentSide(engine, { frames, side: 'front', today: TODAY })
      const isTiedTo = (back: DocumentSideFacts, change: Partial<DocumentSideFacts> = {}) =>
        checkFrontOfZone({ front: { ...front, ...change }, back }) === null
      const isTiedByLabels = isTiedTo(own, { lines: [], print: toldByPrint(front) })
      outcomes.push({ showing, isTiedByLabels, isTied: isTiedTo(own), isTiedToAnother: isTiedTo(other) })
    }
  }
  return outcomes
}

function toldByPrint({ print }: DocumentSideFacts): DocumentSideFacts['print'] {
  if (!print) return null
  const told = Object.entries(print.fields).filter(([, { by }]) => by !== 'zone')
  return { ...print, fields: Object.fromEntries(told) }
}

async function readBack(engine: Engine, half: Half, index: number): Promise<DocumentSideFacts> {
  const picture = await flatSide(issueTo(inventHolder(half, index), 'id-card'), 'back')
  if (picture === null) throw new Error('An id-card has no back')
  const { facts } = await readDocumentSide(engine, { frames: [picture], side: 'back', today: TODAY })
  return facts
}

async function showFront(
  half: Half,
  index: number,
): Promise<{ showing: FrontShowing; frames: readonly Image[] }[]> {
  const document = issueTo(inventHolder(half, index), 'id-card')
  const picture = await flatSide(document, 'front')
  if (picture === null) throw new Error('An id-card has no front')
  const shown: { showing: FrontShowing; frames: readonly Image[] }[] = []
  for (const softness of Object.keys(SOFTNESS) as Softness[])
    shown.push({ showing: `flat, ${softness}`, frames: [await soften(picture, softness)] })
  for (const showing of SHOWINGS) {
    const frames = await filmSide(document, { side: 'front', showing, seed: SEED + index })
    if (frames !== null) shown.push({ showing, frames })
  }
  return shown
}
