import type { MrzFacts } from '../../domain/facts.ts'
import type { Engine } from '../engine.ts'
import { anotherZone } from '../mrz/decoding/another-zone.ts'
import type { ZoneReading } from '../mrz/decoding/zone-reading.ts'
import { LIKE_THE_SAME, zoneLikeness } from './_zone-likeness.ts'
import type { CardCutter } from './card/flat-card.ts'
import type { CardSight } from './card/see-card.ts'
import { type PlacedReading, readFrameZone, readSamePlace } from './read-frame-zone.ts'

/** Frames read at most: a finger, a reflection or a blur makes one frame of the same zone look otherwise, seldom two that are better. */
const MAX_STRANGERS = 2

/** A frame with what was read in it. */
interface ReadSight {
  sight: CardSight
  read: PlacedReading
}

/** The frames of a scene, the best first, and of those that were read what they say. */
interface ReadScene {
  read: readonly ReadSight[]
  sights: readonly CardSight[]
  mrz: MrzFacts | null
  today: string
  cut: CardCutter
}

/**
 * Reads the best frames that look as if they showed another zone than the known one, until one does: in the place of that, for mostly they show
 * the same, and where that is not surely read all over the card, for another document may be of another format and lie the other way up.
 */
export async function readStrangers(
  engine: Engine,
  { read, sights, mrz, today, cut }: ReadScene,
): Promise<ZoneReading[]> {
  if (!mrz?.checksValid) return []
  const strangers: ZoneReading[] = []
  const known = read.find((one) => one.read.onCard !== null && one.sight.card !== null)
  if (!known) return []
  const expected = { ...known.read, format: known.read.reading.format }
  for (const sight of sightsUnlike(known, unread(read, sights))) {
    const found =
      (await readSamePlace(engine, sight, expected)) ??
      (await readFrameZone(engine, sight, { cut, expected: null, effort: 'card' }))?.reading
    if (found) strangers.push(found)
    if (found && anotherZone([found], mrz, today) !== null) break
  }
  return strangers
}

function unread(read: readonly ReadSight[], sights: readonly CardSight[]): CardSight[] {
  return sights.filter((sight) => !read.some((one) => one.sight === sight))
}

/** The best frames in which the lines of a zone that was read on its card look otherwise. */
function sightsUnlike(
  { sight: { frame, card }, read }: ReadSight,
  sights: readonly CardSight[],
): CardSight[] {
  const { onCard } = read
  if (card === null || onCard === null) return []
  return sights
    .filter((other) => {
      const placed = other.card && { frame: other.frame, card: other.card }
      return placed !== null && zoneLikeness({ frame, card }, placed, onCard) < LIKE_THE_SAME
    })
    .slice(0, MAX_STRANGERS)
}
