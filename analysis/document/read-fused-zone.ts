import type { MrzFacts } from '../../domain/facts.ts'
import type { Image, Quad } from '../../domain/image.ts'
import type { Engine } from '../engine.ts'
import { voteZones } from '../mrz/decoding/vote-zones.ts'
import { settleNames } from './_settle-names.ts'
import { withText } from './card/flat-card.ts'
import { fuseCards } from './card/fuse-cards.ts'
import { rectifyCard } from './card/rectify-card.ts'
import type { CardSight } from './card/see-card.ts'
import { type PlacedReading, readFrameZone } from './read-frame-zone.ts'

/** Burnt-out share of a card from which a reflection may hide its zone. */
const GLARE_SEEN = 0.004
/** Cards of one picture: more cost time and hide nothing more. */
const MAX_CARDS = 4

/**
 * Reads the zone of a card over which a reflection wanders, out of pictures fused from several frames: two of different
 * frames where there are enough, so that one can confirm the other. Null where no glare is seen or nothing is read. 1 s.
 */
export async function readFusedZone(
  engine: Engine,
  { sights, today }: { sights: readonly CardSight[]; today: string },
): Promise<MrzFacts | null> {
  if (!sights.some(({ quality }) => quality.glareShare > GLARE_SEEN)) return null
  const cards = alikeCards(sights)
  if (cards.length < 2) return null
  const groups =
    cards.length < 4 ? [cards] : [0, 1].map((half) => cards.filter((_, index) => index % 2 === half))
  const zones: { frame: Image; read: PlacedReading }[] = []
  for (const group of groups) {
    const frame = fuseCards(group.slice(0, MAX_CARDS))
    const cut = () => withText(engine, frame)
    const whole = { frame, card: wholeOf(frame) }
    const read = await readFrameZone(engine, whole, { cut, expected: null, effort: 'card' })
    if (read) zones.push({ frame, read })
  }
  const zone = voteZones(
    zones.map(({ read }) => read.reading),
    today,
  )
  return settleNames(engine, { zone, zones, print: null, today })
}

/** The cards that were seen, rectified, of the shape of the best one. */
function alikeCards(sights: readonly CardSight[]): Image[] {
  const cards = sights.flatMap(({ frame, card }) => (card ? [rectifyCard(frame, card)] : []))
  return cards.filter(({ height }) => height === cards[0].height)
}

function wholeOf({ width, height }: Image): Quad {
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ]
}
