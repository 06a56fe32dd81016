import type { Engine } from '../../../analysis/engine.ts'
import { findMainFace } from '../../../analysis/face/find-main-face.ts'
import { meshBox } from '../../../analysis/face/mesh/face-mesh.ts'
import { padImage } from '../../../analysis/image/pad-image.ts'
import type { Image } from '../../../domain/image.ts'
import { loadPicture } from '../specimens/load-picture.ts'
import type { Split } from '../specimens/specimen.ts'
import type { FaceMatcher, KnownFace } from './face-matcher.ts'
import type { FaceSpecimen } from './list-face-specimens.ts'
import { PORTRAIT_PRINTS, printPortrait } from './print-portrait.ts'
import type { ComparedPair } from './verification-rates.ts'

/** A pair with what was concluded of it. */
export interface JudgedPair extends ComparedPair {
  band: 'accept' | 'review' | 'reject'
}

/** Every pair of one kind of pictures within one half. */
export interface MatchOutcome {
  split: Split
  /** All collections of the half together, or one of them. */
  source: string
  /** What the live photo was compared with. */
  against: string
  pairs: JudgedPair[]
  /** Genuine pairs of which one picture shows the matcher no face. */
  lost: ComparedPair[]
  /** Pictures in which the matcher found no face. */
  missed: number
  pictures: number
}

interface Seen {
  specimen: FaceSpecimen
  live: KnownFace | null
  portraits: Map<string, KnownFace | null>
}

/** Compares every photo with every other one, and with every other one printed as a portrait on a card. */
export async function measureMatcher(
  engine: Engine,
  matcher: FaceMatcher,
  specimens: readonly FaceSpecimen[],
): Promise<MatchOutcome[]> {
  const seen: Seen[] = []
  for (const specimen of specimens) seen.push(await see(engine, matcher, specimen))
  const outcomes: MatchOutcome[] = []
  for (const [split, half] of Map.groupBy(seen, ({ specimen }) => specimen.split)) {
    outcomes.push(...compareHalf(matcher, { split, source: 'all' }, half))
    const sources = Map.groupBy(half, ({ specimen }) => specimen.source)
    if (sources.size < 2) continue
    for (const [source, members] of sources) {
      outcomes.push(compareWith(matcher, { split, source, against: PHOTO }, members))
    }
  }
  return outcomes
}

const PHOTO = 'photo'
/** The peer takes a second a picture: of the prints it gets the best, the middle and the worst one. */
const PEER_PRINTS = PORTRAIT_PRINTS.filter(({ name }) =>
  ['240 px, colour', '150 px, grey, print, hologram', '100 px, grey, print, hologram'].includes(name),
)

async function see(engine: Engine, matcher: FaceMatcher, specimen: FaceSpecimen): Promise<Seen> {
  const photo = await loadPicture(specimen.path)
  const live = await matcher.live(photo)
  const portraits = new Map<string, KnownFace | null>()
  for (const print of matcher.isOurs ? PORTRAIT_PRINTS : PEER_PRINTS) {
    const card = await printOf(engine, photo, print)
    portraits.set(print.name, card && (await matcher.portrait(card)))
  }
  return { specimen, live, portraits }
}

/** Both matchers get the same card, cut round the same face. */
async function printOf(
  engine: Engine,
  photo: Image,
  print: (typeof PORTRAIT_PRINTS)[number],
): Promise<Image | null> {
  const { image } = padImage(photo, 0.1)
  const face = await findMainFace(engine, image, 'quick')
  return face && (await printPortrait(image, meshBox(face.mesh), print))
}

function compareHalf(
  matcher: FaceMatcher,
  group: { split: Split; source: string },
  seen: readonly Seen[],
): MatchOutcome[] {
  const kinds = [PHOTO, ...(matcher.isOurs ? PORTRAIT_PRINTS : PEER_PRINTS).map(({ name }) => name)]
  return kinds.map((against) => compareWith(matcher, { ...group, against }, seen))
}

function compareWith(
  matcher: FaceMatcher,
  group: { split: Split; source: string; against: string },
  seen: readonly Seen[],
): MatchOutcome {
  const shown = (one: Seen) =>
    group.against === PHOTO ? one.live : (one.portraits.get(group.against) ?? null)
  const pairs: JudgedPair[] = []
  const lost: ComparedPair[] = []
  for (const [one, other] of pairUp(seen, group.against)) {
    const people = { a: one.specimen.subject, b: other.specimen.subject }
    const [a, b] = [one.live, shown(other)]
    if (a && b) pairs.push({ ...people, score: matcher.score(a, b), band: matcher.band(a, b) })
    else if (people.a === people.b) lost.push({ ...people, score: Number.NEGATIVE_INFINITY })
  }
  return {
    ...group,
    pairs,
    lost,
    missed: seen.filter((one) => shown(one) === null).length,
    pictures: seen.length,
  }
}

/** Two photos are one pair, whichever comes first; a photo and a portrait are two. */
function pairUp(seen: readonly Seen[], against: string): [Seen, Seen][] {
  return seen.flatMap((one, i) =>
    (against === PHOTO ? seen.slice(i + 1) : seen.filter((other) => other !== one)).map(
      (other): [Seen, Seen] => [one, other],
    ),
  )
}
