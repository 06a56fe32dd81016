import type { MrzFacts } from '../../domain/facts.ts'
import type { Engine } from '../engine.ts'
import { anotherZone } from '../mrz/decoding/another-zone.ts'
import { LIKE_THE_SAME, zoneLikeness } from './_zone-likeness.ts'
import type { CardCutter } from './card/flat-card.ts'
import type { CardSight } from './card/see-card.ts'
import { type PlacedReading, readFrameZone } from './read-frame-zone.ts'

/** Frames read at most: a finger, a reflection or a blur makes one frame of the same zone look otherwise, seldom two that are better. */
const MAX_STRANGERS = 2

/** The frames of a scene, the best first, and of those that were read what they say. */
interface ReadScene {
  read: readonly { sight: CardSight; read: PlacedReading }[]
  sights: readonly CardSight[]
  mrz: MrzFacts | null
  today: string
  cut: CardCutter
}

/**
 * Reads the best frames that look as if they showed another zone than the known one, until one does. Nothing that is known helps: another
 * document may be of another format and lie the other way up. 1 ms a frame, and 0.1 s for each that looks otherwise.
 */
export async function readStrangers(
  engine: Engine,
  { read, sights, mrz, today, cut }: ReadScene,
): Promise<PlacedReading[]> {
  if (!mrz?.checksValid) return []
  const strangers: PlacedReading[] = []
  for (const sight of sightsUnlike(read, sights)) {
    const found = await readFrameZone(engine, sight, { cut, expected: null, effort: 'card' })
    if (found) strangers.push(found)
    if (found && anotherZone([found.reading], mrz, today) !== null) break
  }
  return strangers
}

/** The best frames that were not read and look otherwise than the first that was read on a card. */
function sightsUnlike(read: ReadScene['read'], sights: readonly CardSight[]): CardSight[] {
  const known = read.find((one) => one.read.onCard !== null && one.sight.card !== null)
  const { card = null } = known?.sight ?? {}
  const { onCard = null } = known?.read ?? {}
  if (!known || !card || !onCard) return []
  const one = { frame: known.sight.frame, card }
  return sights
    .filter((sight) => !read.some((other) => other.sight === sight))
    .filter(({ frame, card }) => card !== null && zoneLikeness(one, { frame, card }, onCard) < LIKE_THE_SAME)
    .slice(0, MAX_STRANGERS)
}
