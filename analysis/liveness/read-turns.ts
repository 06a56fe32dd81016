import type { TurnChallenge, TurnSide } from '../../domain/challenge.ts'
import type { TurnFacts } from '../../domain/facts.ts'
import type { FaceSight } from './face-sight.ts'
import { flatResidual } from './flat-residual.ts'
import { apparentWidth, narrowing } from './narrowing.ts'

/** A turn as it was read, and the sights from the frontal one to the furthest, for comparing who was seen. */
export interface TurnReading<Sight extends FaceSight> {
  facts: TurnFacts
  path: Sight[]
}

/** A head within this yaw counts as looking straight, degrees. */
const FRONTAL_YAW_DEGREES = 12

/** A head that looks straight strays by this much from where it began, degrees. */
const HOLD_YAW_DEGREES = 3

/** A turn begins and ends where its change is below this share of the least that counts. */
const REST_SHARE = 0.4

/** Angles between these shares of the largest change are intermediate: a swap of two pictures shows none. */
const INTERMEDIATE_SHARES = { from: 0.2, to: 0.8 }

/** The sights of a scene and what looking straight means in it. */
interface Straight {
  yaw: number
  /** The sight that shows the face widest: a print that stands askew must not pass for a frontal face. */
  widest: FaceSight
}

/**
 * Reads the turns asked for out of the sights of one face, in the order they were filmed. Each turn is looked
 * for after the one before it. Left is the applicant's: their face then points to the image's right.
 */
export function readTurns<Sight extends FaceSight>(
  challenge: TurnChallenge,
  sights: readonly Sight[],
): TurnReading<Sight>[] {
  const straight = findStraight(sights)
  if (straight === null) return challenge.turns.map((side) => unmade(side, 0))
  const minimum = challenge.minimumYawDegrees
  let from = 0
  return challenge.turns.map((side) => {
    const changes = sights.map((sight) => signOf(side) * (sight.pose.yaw - straight.yaw))
    const run = findRun(changes, from, minimum)
    if (run === null) return unmade(side, Math.max(0, ...changes.slice(from)))
    from = run.end
    return readRun({ side, sights, straight, changes, run })
  })
}

function signOf(side: TurnSide): 1 | -1 {
  return side === 'left' ? 1 : -1
}

/**
 * Straight is where the head looks first, as the film begins before any turn is asked: a phone is seldom held right
 * before the face. Null when no sight is nearly frontal.
 */
function findStraight(sights: readonly FaceSight[]): Straight | null {
  const frontal = sights.filter((sight) => Math.abs(sight.pose.yaw) <= FRONTAL_YAW_DEGREES)
  if (frontal.length === 0) return null
  const isMoved = (sight: FaceSight) => Math.abs(sight.pose.yaw - frontal[0].pose.yaw) > HOLD_YAW_DEGREES
  const moved = frontal.findIndex(isMoved)
  const held = frontal.slice(0, moved < 0 ? frontal.length : moved)
  const widest = frontal.reduce((a, b) => (apparentWidth(b.mesh) > apparentWidth(a.mesh) ? b : a))
  return { yaw: held.reduce((sum, sight) => sum + sight.pose.yaw, 0) / held.length, widest }
}

/** The sights of a turn: the straight one it leaves from, the furthest one, and where it is over. */
interface Run {
  rest: number
  peak: number
  end: number
}

/** The first stretch of sights that leaves a straight one and reaches the change wanted; null when none does. */
function findRun(changes: number[], from: number, minimum: number): Run | null {
  const limit = minimum * REST_SHARE
  const first = changes.findIndex((change, i) => i >= from && change >= minimum)
  const rest = changes.slice(0, Math.max(0, first)).findLastIndex((change) => Math.abs(change) <= limit)
  if (rest < 0) return null
  let [peak, end] = [first, first]
  while (end < changes.length && changes[end] >= limit) {
    if (changes[end] > changes[peak]) peak = end
    end++
  }
  return { rest, peak, end }
}

function unmade(side: TurnSide, yawDegrees: number): TurnReading<never> {
  return {
    facts: {
      side,
      done: false,
      yawDegrees,
      intermediateSeen: false,
      parallaxPercent: null,
      narrowingExcessDegrees: null,
    },
    path: [],
  }
}

function readRun<Sight extends FaceSight>(turn: {
  side: TurnSide
  sights: readonly Sight[]
  straight: Straight
  changes: number[]
  run: Run
}): TurnReading<Sight> {
  const { side, sights, straight, changes, run } = turn
  const frontal = straight.widest.mesh
  const largest = changes[run.peak]
  const way = [...sights.keys()].slice(run.rest + 1, run.peak + 1)
  const isIntermediate = (i: number) =>
    changes[i] > largest * INTERMEDIATE_SHARES.from && changes[i] < largest * INTERMEDIATE_SHARES.to
  const excesses = way.map((i) => narrowing(frontal, sights[i].mesh) - Math.max(0, changes[i]))
  return {
    facts: {
      side,
      done: true,
      yawDegrees: largest,
      intermediateSeen: way.some(isIntermediate),
      parallaxPercent: flatResidual(frontal, sights[run.peak].mesh),
      narrowingExcessDegrees: excesses.reduce((sum, excess) => sum + excess, 0) / excesses.length,
    },
    path: [run.rest, ...way].map((i) => sights[i]),
  }
}
