import { seeCard } from '../../../../analysis/document/card/see-card.ts'
import { measureDoubts } from '../../../../analysis/document/doubts/measure-doubts.ts'
import type { Image } from '../../../../domain/image.ts'
import { checkScreen } from '../../../../server/checks/rules/check-screen.ts'
import { makeFront } from '../../../../test/fakes/scene-facts.ts'
import { CAST, CAST_NAMES } from '../../../../test/people/cast.ts'
import { drawDocument } from '../../../../test/people/documents/draw-document.ts'
import { type DocumentKind, issueDocument } from '../../../../test/people/documents/issue-document.ts'
import { makePerson } from '../../../../test/people/person/person.ts'
import type { DoubtOutcome } from '../measure-doubts.ts'
import { filmAScreen, type Panel, type Screen } from './film-a-screen.ts'

const SET = 'fresh screens: people, sizes, documents, panels and camera that the rule was not set by'
/** Documents that the rule was not set with. */
const KINDS: readonly DocumentKind[] = [
  'french-id-card',
  'residence-permit',
  'french-passport',
  'french-licence',
]
const PANELS: readonly Panel[] = ['stripes', 'reversed stripes', 'dots']
/** Widths of the card on the screen, pixels: from a low screen to the finest phone. */
const WIDTHS = [630, 740, 890, 1020, 1290, 1750]
const FIRST_SEED = 93_400
/** Cards that are no screens, for each film of a panel. */
const CARDS = 2

/**
 * The rule as it stands, on screens of people and sizes that nobody saw when it was set; films of these panels by this camera
 * were seen once, of others. About 1.5 s a film.
 */
export async function measureFreshScreens(films: number): Promise<DoubtOutcome[]> {
  const outcomes: DoubtOutcome[] = []
  for (let index = 0; index < films * PANELS.length; index++) {
    const panel = PANELS[index % PANELS.length]
    const screen = { panel, pixels: WIDTHS[(index * 5 + Math.floor(index / WIDTHS.length)) % WIDTHS.length] }
    outcomes.push(await judge({ screen, seed: FIRST_SEED + index, cause: panel }))
  }
  for (let index = 0; index < films * CARDS; index++) {
    outcomes.push(await judge({ screen: null, seed: FIRST_SEED + 500 + index, cause: 'a card' }))
  }
  return outcomes
}

async function judge({
  screen,
  seed,
  cause,
}: {
  screen: Screen | null
  seed: number
  cause: string
}): Promise<DoubtOutcome> {
  const frame = await filmAScreen(await cardOf(seed), { screen, seed })
  const sight = seeCard(frame)
  const doubts = measureDoubts({ sight, sights: [sight], quad: sight.card, print: null, mrz: null })
  const score = checkScreen(makeFront({ mrz: null, doubts }))?.score ?? null
  return { set: SET, truth: screen ? 'screen' : null, cause, scores: { screen: score } }
}

/** A document of a person of its own. */
async function cardOf(seed: number): Promise<Image> {
  const holder = { ...CAST[CAST_NAMES[seed % CAST_NAMES.length]], person: makePerson(seed) }
  return (await drawDocument(issueDocument(holder, KINDS[seed % KINDS.length]))).front
}
