import type { TurnChallenge, TurnSide } from '../../domain/challenge.ts'
import type { TurnFacts } from '../../domain/facts.ts'
import type { FaceSight } from './face-sight.ts'
import { flatResidual } from './flat-residual.ts'
import { narrowing } from './narrowing.ts'

/** A turn as it was read, and the sights from the frontal one to the furthest, for comparing who was seen. */
export interface TurnReading {
  facts: TurnFacts
  path: FaceSight[]
}

/** A head within this yaw counts as looking straight, degrees. */
const FRONTAL_YAW_DEGREES = 12

/** A turn begins and ends where its change is below this share of the least that counts. */
const REST_SHARE = 0.4

/** Angles between these shares of the largest change are intermediate: a swap of two pictures shows none. */
const INTERMEDIATE_SHARES = { from: 0.2, to: 0.8 }

/**
 * Reads the turns asked for out of the sights of one face, in the order they were filmed. Each turn is looked
 * for after the one before it. Left is the applicant's: their face then points to the image's right.
 */
export function readTurns(challenge: TurnChallenge, sights: readonly FaceSight[]): TurnReading[] {
  const straight = straightYaw(sights)
  let from = 0
  return challenge.turns.map((side) => {
    const changes = sights.map((sight) => signOf(side) * (sight.pose.yaw - (straight ?? 0)))
    const run = findRun(changes, from, challenge.minimumYawDegrees)
    if (straight === null || run === null) return unmade(side, straight === null ? [] : changes.slice(from))
    from = run.end
    return readRun({ side, sights, changes, run, minimum: challenge.minimumYawDegrees })
  })
}

function signOf(side: TurnSide): 1 | -1 {
  return side === 'left' ? 1 : -1
}

/** The yaw this head shows when it looks straight: the middle one of all nearly frontal sights. */
function straightYaw(sights: readonly FaceSight[]): number | null {
  const yaws = sights.map((sight) => sight.pose.yaw).filter((yaw) => Math.abs(yaw) <= FRONTAL_YAW_DEGREES)
  if (yaws.length === 0) return null
  return yaws.toSorted((a, b) => a - b)[Math.floor(yaws.length / 2)]
}

/** The first stretch of sights that reaches the change wanted, with its furthest sight; null when none does. */
function findRun(changes: number[], from: number, minimum: number): { peak: number; end: number } | null {
  const first = changes.findIndex((change, i) => i >= from && change >= minimum)
  if (first < 0) return null
  let [peak, end] = [first, first]
  while (end < changes.length && changes[end] >= minimum * REST_SHARE) {
    if (changes[end] > changes[peak]) peak = end
    end++
  }
  return { peak, end }
}

function unmade(side: TurnSide, changes: number[]): TurnReading {
  const yawDegrees = Math.max(0, ...changes)
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

function readRun(turn: {
  side: TurnSide
  sights: readonly FaceSight[]
  changes: number[]
  run: { peak: number; end: number }
  minimum: number
}): TurnReading {
  const { side, sights, changes, run } = turn
  const rest = findRest(changes, run.peak, turn.minimum * REST_SHARE)
  if (rest === null) return unmade(side, [changes[run.peak]])
  const way = [...sights.keys()].slice(Math.min(rest, run.peak), Math.max(rest, run.peak) + 1)
  const largest = changes[run.peak]
  const isIntermediate = (i: number) =>
    changes[i] > largest * INTERMEDIATE_SHARES.from && changes[i] < largest * INTERMEDIATE_SHARES.to
  const turned = way.filter((i) => changes[i] > turn.minimum * REST_SHARE)
  const excess = (i: number) => narrowing(sights[rest].mesh, sights[i].mesh) - changes[i]
  return {
    facts: {
      side,
      done: true,
      yawDegrees: largest,
      intermediateSeen: way.some(isIntermediate),
      parallaxPercent: flatResidual(sights[rest].mesh, sights[run.peak].mesh),
      narrowingExcessDegrees: mean(turned.map(excess)),
    },
    path: way.map((i) => sights[i]),
  }
}

/** The straight sight nearest to the furthest one in time: before it, or else after it; null when none is. */
function findRest(changes: number[], peak: number, limit: number): number | null {
  const isRest = (change: number) => Math.abs(change) <= limit
  const before = changes.slice(0, peak).findLastIndex(isRest)
  if (before >= 0) return before
  const after = changes.slice(peak).findIndex(isRest)
  return after < 0 ? null : peak + after
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
