import { describe, expect, test } from 'vitest'
import { canonicalMesh } from '../../../test/people/person/shape/canonical-mesh.ts'
import { headPose } from './head-pose.ts'

const RADIANS = Math.PI / 180

/** The mean head as a mesh in an image, turned by degrees. */
function turnedHead({ yaw = 0, pitch = 0, roll = 0 }) {
  const [y, p, r] = [yaw, pitch, roll].map((degrees) => degrees * RADIANS)
  const points = canonicalMesh().points.flatMap(([x, up, z]) => {
    const [x1, z1] = [x * Math.cos(y) + z * Math.sin(y), z * Math.cos(y) - x * Math.sin(y)]
    const [y2, z2] = [up * Math.cos(p) + z1 * Math.sin(p), z1 * Math.cos(p) - up * Math.sin(p)]
    const [x3, y3] = [x1 * Math.cos(r) + y2 * Math.sin(r), y2 * Math.cos(r) - x1 * Math.sin(r)]
    return [320 + 12 * x3, 240 - 12 * y3, -12 * z2]
  })
  return { points: Float32Array.from(points), presence: 1 }
}

describe('headPose()', () => {
  test.each([{ yaw: 0 }, { yaw: 33 }, { yaw: -18 }, { pitch: 14 }, { pitch: -9 }, { roll: 21 }])(
    'measures a turn by %o',
    (turn) => {
      const pose = headPose(turnedHead(turn))
      for (const axis of ['yaw', 'pitch', 'roll'] as const) {
        expect(pose[axis]).toBeCloseTo({ yaw: 0, pitch: 0, roll: 0, ...turn }[axis], 1)
      }
    },
  )

  test('looks at no point that talking moves', () => {
    const head = turnedHead({ pitch: 5 })
    const jaw = [152, 148, 176, 377, 400, 13, 14, 17, 61, 291]
    for (const index of jaw) head.points[index * 3 + 1] += 40
    expect(headPose(head).pitch).toBeCloseTo(5, 1)
  })

  test('finds no turn in points that all are one', () => {
    expect(headPose({ points: new Float32Array(468 * 3), presence: 1 })).toEqual({
      yaw: 0,
      pitch: 0,
      roll: 0,
    })
  })
})
