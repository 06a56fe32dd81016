import { describe, expect, test } from 'vitest'
import type { TurnChallenge } from '../../domain/challenge.ts'
import { canonicalMesh } from '../../test/people/person/shape/canonical-mesh.ts'
import type { FaceMesh } from '../face/mesh/face-mesh.ts'
import { headPose } from '../face/mesh/head-pose.ts'
import type { FaceSight } from './face-sight.ts'
import { flatResidual } from './flat-residual.ts'
import { readTurns } from './read-turns.ts'

const RADIANS = Math.PI / 180
/** Camera distance in the canonical model's unit, centimetres. */
const CAMERA_DISTANCE = 55
const PIXELS_A_CENTIMETRE = 12
/** A turn to each side and back, degrees. */
const BOTH_WAYS = [0, 0, 4, 9, 15, 21, 25, 20, 11, 3, -4, -10, -16, -22, -25, -15, -2]

/** A solid head turned by `yaw`, as a camera sees it. */
function solidHead(yaw: number): FaceMesh {
  return seen(canonicalMesh().points.map(([x, y, z]) => turn([x, y, z], yaw)))
}

/** A print of the frontal head, turned by `yaw`; the network reports a fifth of that as depth, as measured. */
function print(yaw: number): FaceMesh {
  const flat = seen(canonicalMesh().points.map(([x, y]) => turn([x, y, 0], yaw)))
  const believed = seen(canonicalMesh().points.map(([x, y, z]) => turn([x, y, z], yaw / 5)))
  for (let i = 2; i < flat.points.length; i += 3) flat.points[i] = believed.points[i]
  return flat
}

function turn([x, y, z]: [number, number, number], yaw: number): [number, number, number] {
  const [sine, cosine] = [Math.sin(yaw * RADIANS), Math.cos(yaw * RADIANS)]
  return [x * cosine + z * sine, y, z * cosine - x * sine]
}

function seen(points: [number, number, number][]): FaceMesh {
  const flat = points.flatMap(([x, y, z]) => {
    const scale = (PIXELS_A_CENTIMETRE * CAMERA_DISTANCE) / (CAMERA_DISTANCE - z)
    return [320 + x * scale, 240 - y * scale, -z * PIXELS_A_CENTIMETRE]
  })
  return { points: Float32Array.from(flat), presence: 1 }
}

function film(yaws: number[], look: (yaw: number) => FaceMesh): FaceSight[] {
  return yaws.map((yaw, i) => {
    const mesh = look(yaw)
    return { timeMs: i * 150, mesh, pose: headPose(mesh) }
  })
}

function challenge(turns: TurnChallenge['turns']): TurnChallenge {
  return { nonce: 'once', turns, minimumYawDegrees: 14 }
}

describe('readTurns()', () => {
  test('sees a solid head turn to both sides through the angles between', () => {
    const [left, right] = readTurns(challenge(['left', 'right']), film(BOTH_WAYS, solidHead))
    for (const { facts } of [left, right]) {
      expect(facts).toMatchObject({ done: true, intermediateSeen: true })
      expect(facts.yawDegrees).toBeGreaterThan(20)
      expect(facts.parallaxPercent).toBeGreaterThan(5)
      expect(facts.narrowingExcessDegrees).toBeLessThan(5)
    }
    expect(left.path.map((sight) => sight.timeMs)).toEqual([300, 450, 600, 750, 900])
  })

  test("takes left as the applicant's left, which is the image's right", () => {
    const toImageRight = film([0, 8, 16, 24, 10, 0], solidHead)
    expect(readTurns(challenge(['left']), toImageRight)[0].facts.done).toBe(true)
    expect(readTurns(challenge(['right']), toImageRight)[0].facts.done).toBe(false)
  })

  test('wants the turns in the order they were asked', () => {
    const turns = readTurns(challenge(['right', 'left']), film(BOTH_WAYS, solidHead))
    expect(turns.map((turn) => turn.facts.done)).toEqual([true, false])
  })

  test('takes no turn that is smaller than asked', () => {
    const [{ facts }] = readTurns(challenge(['left']), film([0, 4, 8, 12, 8, 0], solidHead))
    expect(facts.done).toBe(false)
    expect(facts.yawDegrees).toBeGreaterThan(10)
    expect(facts.yawDegrees).toBeLessThan(13)
  })

  test('counts from where the head looked at first, as a phone may stand aside', () => {
    const aside = BOTH_WAYS.map((yaw) => yaw + 7)
    const turns = readTurns(challenge(['left', 'right']), film(aside, solidHead))
    expect(turns.map((turn) => turn.facts.done)).toEqual([true, true])
    expect(Math.abs(turns[0].facts.yawDegrees - turns[1].facts.yawDegrees)).toBeLessThan(4)
  })

  test('tells a jump between two angles from a turn', () => {
    const [{ facts }] = readTurns(challenge(['left']), film([0, 0, 25, 25, 0, 0], solidHead))
    expect(facts).toMatchObject({ done: true, intermediateSeen: false })
  })

  test('takes no turn of a head that never looked straight', () => {
    const [{ facts }] = readTurns(challenge(['left']), film([20, 24, 30, 34, 30], solidHead))
    expect(facts.done).toBe(false)
  })

  test('takes no turn of a print that is turned by 40 degrees', () => {
    const turns = readTurns(
      challenge(['left', 'right']),
      film(
        BOTH_WAYS.map((yaw) => yaw * 1.6),
        print,
      ),
    )
    expect(turns.map((turn) => turn.facts.done)).toEqual([false, false])
  })

  test('sees a print that is turned until its angle counts grow narrower than a head', () => {
    const further = { ...challenge(['left']), minimumYawDegrees: 8 }
    const [{ facts }] = readTurns(further, film([0, 10, 20, 30, 40, 50, 30, 0], print))
    expect(facts.done).toBe(true)
    expect(facts.narrowingExcessDegrees).toBeGreaterThan(12)
  })
})

describe('flatResidual()', () => {
  test('is nothing for a print, whatever its angle', () => {
    expect(flatResidual(print(0), print(50))).toBeLessThan(0.01)
  })

  test('grows with the turn of a solid head', () => {
    const residuals = [10, 20, 30].map((yaw) => flatResidual(solidHead(0), solidHead(yaw)))
    expect(residuals[0]).toBeGreaterThan(2)
    expect(residuals[1]).toBeGreaterThan(residuals[0] * 1.5)
    expect(residuals[2]).toBeGreaterThan(residuals[1] * 1.3)
  })
})
