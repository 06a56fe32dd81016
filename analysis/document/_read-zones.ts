import type { MrzFacts } from '../../domain/facts.ts'
import type { Engine } from '../engine.ts'
import { voteZones } from '../mrz/decoding/vote-zones.ts'
import type { ZoneReading } from '../mrz/decoding/zone-reading.ts'
import { readStrangers } from './_read-strangers.ts'
import type { CardCutter } from './card/flat-card.ts'
import type { CardSight } from './card/see-card.ts'
import { type PlacedReading, readFrameZone, type ZoneExpectation } from './read-frame-zone.ts'

/** Most frames whose zone is read: more than five votes change nothing. */
const MAX_READINGS = 5
/** Frames without a zone, beyond those with one, after which no more are read. */
const MAX_FRUITLESS = 2
/** Frames that must read the same, with every check digit right, for the reading to end early. */
const AGREEING_WANTED = 2

/** A frame with its zone. */
export interface ReadSight {
  sight: CardSight
  read: PlacedReading
}

/** Frames with a zone in the order in which they were read, and what they say together. */
interface ZonesRead {
  read: ReadSight[]
  mrz: MrzFacts | null
}

/** Frames to read zones in, the best first. */
export interface FramesToRead {
  sights: readonly CardSight[]
  today: string
  cut: CardCutter
  /** Asked while no card has shown a zone: what the print of the best one says; read at the first asking. */
  askPrint(): Promise<ZoneHope>
}

/**
 * Whether a side may have a zone: its print tells nothing against it; or titles that cards of ID-1 and ID-2 share speak against
 * it ("IDENTITY CARD": the zone on the back of one, on the front of the other); or a state's own layout has none there.
 */
export type ZoneHope = 'likely' | 'unlikely' | 'none'

/**
 * Reads frame after frame, the best first, until two agree or nothing more is to be gained. Of the frames that are left those that look
 * as if they showed another zone are read too (`strangers`), which have no vote.
 */
export async function readZones(
  engine: Engine,
  { sights, today, cut, askPrint }: FramesToRead,
): Promise<ZonesRead & { strangers: ZoneReading[] }> {
  const read: ReadSight[] = []
  let fruitless = 0
  let mrz: MrzFacts | null = null
  for (const sight of sights) {
    const search = { cut, expected: expectationOf(read), effort: 'card' as const }
    let found = await readFrameZone(engine, sight, search)
    const hope = found === null && read.length === 0 ? await askPrint() : 'likely'
    if (hope === 'none') break
    if (mayBeAnywhere({ hope, fruitless, frames: sights.length }))
      found ??= await readFrameZone(engine, sight, { ...search, effort: 'frame' })
    if (found === null) fruitless++
    else {
      read.push({ sight, read: found })
      mrz = voteZones(
        read.map((one) => one.read.reading),
        today,
      )
    }
    if (isEnough({ mrz, read: read.length, fruitless })) break
  }
  return { read, mrz, strangers: await readStrangers(engine, { read, sights, mrz, today, cut }) }
}

/** Whether the whole frame is worth searching: where a zone is unlikely only if the card of no other frame can be. */
function mayBeAnywhere(so: { hope: ZoneHope; fruitless: number; frames: number }): boolean {
  return so.fruitless === 0 && (so.hope === 'likely' || so.frames === 1)
}

/** Whether more frames would not change a reading, or promise none. */
function isEnough(so: { mrz: MrzFacts | null; read: number; fruitless: number }): boolean {
  const isSettled = so.mrz?.checksValid === true && so.mrz.framesAgreeing >= AGREEING_WANTED
  return isSettled || so.read >= MAX_READINGS || so.fruitless >= MAX_FRUITLESS + so.read
}

/** What the frames read so far tell about the next; nothing while their zones disagree with themselves. */
function expectationOf(read: readonly ReadSight[]): ZoneExpectation | null {
  const [first] = read
  if (first === undefined) return null
  const { reading, direction, place, onCard } = first.read
  return { format: reading.format, direction, place, onCard }
}
