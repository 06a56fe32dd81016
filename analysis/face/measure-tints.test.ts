import { describe, expect, test } from 'vitest'
import type { Image } from '../../domain/image.ts'
import { canonicalMesh } from '../../test/people/person/shape/canonical-mesh.ts'
import { measureTints } from './measure-tints.ts'
import type { FaceMesh } from './mesh/face-mesh.ts'

const SIZE = { width: 320, height: 240 }
const PIXELS_A_CENTIMETRE = 7

/** The mean head in the middle of a picture. */
const MESH: FaceMesh = {
  points: Float32Array.from(
    canonicalMesh().points.flatMap(([x, y, z]) => [
      SIZE.width / 2 + x * PIXELS_A_CENTIMETRE,
      SIZE.height / 2 - y * PIXELS_A_CENTIMETRE,
      -z,
    ]),
  ),
  presence: 1,
}

/** A picture of a face in one colour before a wall in another. */
function picture(face: number[], wall: number[], change: (image: Image) => void = () => undefined): Image {
  const data = new Uint8Array(SIZE.width * SIZE.height * 3)
  for (let i = 0; i < data.length; i += 3) {
    const x = (i / 3) % SIZE.width
    data.set(x > 90 && x < 230 ? face : wall, i)
  }
  const image = { data, ...SIZE }
  change(image)
  return image
}

describe('measureTints()', () => {
  test('measures the light of the face and of what is around it, linear', () => {
    const tints = measureTints(picture([188, 128, 64], [64, 64, 188]), MESH)
    expect(tints?.patches).toHaveLength(7)
    for (const patch of tints?.patches ?? []) {
      expect(patch?.map((light) => Number(light.toFixed(2)))).toEqual([0.5, 0.22, 0.05])
    }
    expect(tints?.surround.map((light) => Number(light.toFixed(2)))).toEqual([0.05, 0.05, 0.5])
  })

  test('leaves out a place that is burnt out', () => {
    const tints = measureTints(
      picture([128, 128, 128], [64, 64, 64], ({ data }) => data.fill(255, 0, SIZE.width * 85 * 3)),
      MESH,
    )
    expect(tints?.patches.slice(0, 3)).toEqual([null, null, null])
    expect(tints?.patches.slice(3).every((patch) => patch !== null)).toBe(true)
  })

  test('compares with what is burnt out where all around is', () => {
    expect(measureTints(picture([128, 128, 128], [255, 255, 255]), MESH)?.surround).toEqual([1, 1, 1])
  })

  test('says nothing where all around is black: noise is all of it', () => {
    expect(measureTints(picture([128, 128, 128], [2, 2, 2]), MESH)).toBeNull()
  })
})
