import type { MrzFacts } from '../../domain/facts.ts'
import type { Engine } from '../engine.ts'
import { voteZones } from '../mrz/decoding/vote-zones.ts'
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

/** Frames to read zones in, the best first. */
export interface FramesToRead {
  sights: readonly CardSight[]
  today: string
  cut: CardCutter
  /** Asked when the best frame's card shows no zone: whether its print says that this side has one, or may have. */
  mayHaveZone(): Promise<boolean>
}

/** Reads frame after frame, the best first, until two agree or nothing more is to be gained. */
export async function readZones(
  engine: Engine,
  { sights, today, cut, mayHaveZone }: FramesToRead,
): Promise<{ read: ReadSight[]; mrz: MrzFacts | null }> {
  const read: ReadSight[] = []
  let fruitless = 0
  let mrz: MrzFacts | null = null
  for (const sight of sights) {
    const search = { cut, expected: expectationOf(read), effort: 'card' as const }
    let found = await readFrameZone(engine, sight, search)
    if (found === null && read.length + fruitless === 0 && !(await mayHaveZone())) break
    if (fruitless === 0) found ??= await readFrameZone(engine, sight, { ...search, effort: 'frame' })
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
  return { read, mrz }
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
  // One frame whose names both readers read alike clears them (vote-zones): no other needs to be asked.
  const names = read.some((one) => one.read.reading.opinion === 'same') ? 'agreed' : 'unsure'
  return { format: reading.format, direction, place, onCard, names }
}
