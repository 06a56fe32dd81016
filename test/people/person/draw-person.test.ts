import { describe, expect, it } from 'vitest'
import type { Image } from '../../../domain/image.ts'
import { drawFlatPrint } from './draw-flat-print.ts'
import { drawPerson } from './draw-person.ts'
import { drawPortrait } from './draw-portrait.ts'
import { makePerson } from './person.ts'
import { posePart } from './render/pose-part.ts'
import { buildHead } from './shape/build-head.ts'
import { canonicalMesh } from './shape/canonical-mesh.ts'

/** Small and single-sampled: what is asked here does not depend on the resolution. */
const QUICK = { width: 160, height: 120, samplesPerSide: 1 } as const
/** Point number of the tip of the nose. */
const NOSE_TIP = 1

function meanDifference(one: Image, other: Image): number {
  const sum = one.data.reduce((total, value, i) => total + Math.abs(value - other.data[i]), 0)
  return sum / one.data.length
}

describe('canonicalMesh()', () => {
  it('has the points, triangles and outline of the face topology', () => {
    const mesh = canonicalMesh()
    expect(mesh.points).toHaveLength(468)
    expect(mesh.triangles).toHaveLength(898 * 3)
    expect(mesh.outline).toHaveLength(36)
  })
})

describe('drawPerson()', () => {
  it('draws the same picture for the same seed', () => {
    const pictures = [makePerson(3), makePerson(3)].map((person) => drawPerson(person, { ...QUICK, yaw: 15 }))
    expect(pictures[0].data).toEqual(pictures[1].data)
  })

  it('draws different people for different seeds', () => {
    const [one, other] = [makePerson(3), makePerson(4)].map((person) => drawPerson(person, QUICK))
    expect(meanDifference(one, other)).toBeGreaterThan(5)
  })

  it('points the face to the right of the image for a positive yaw and up for a positive pitch', () => {
    const head = buildHead(makePerson(3))
    const turned = posePart(head, { yaw: 20, pitch: 0, roll: 0 }).posedPoints[NOSE_TIP]
    const raised = posePart(head, { yaw: 0, pitch: 15, roll: 0 }).posedPoints[NOSE_TIP]
    expect(turned[0]).toBeGreaterThan(head.points[NOSE_TIP][0] + 2)
    expect(raised[1]).toBeGreaterThan(head.points[NOSE_TIP][1] + 2)
  })

  it('shows more of the side of the head that is turned to the camera', () => {
    const person = makePerson(3, { glasses: 'none' })
    const bare = { ...QUICK, backdrop: 'plain', grain: 0 } as const
    const [frontal, turned] = [0, 30].map((yaw) => drawPerson(person, { ...bare, yaw }))
    expect(meanDifference(frontal, turned)).toBeGreaterThan(3)
  })
})

describe('drawPortrait()', () => {
  it('fills the middle of a portrait format with the face and leaves the corners to the wall', () => {
    const portrait = drawPortrait(makePerson(5))
    expect(portrait.width / portrait.height).toBeCloseTo(35 / 45, 2)
    const valueAt = (x: number, y: number) => portrait.data[(y * portrait.width + x) * 3]
    const wall = valueAt(5, 5)
    expect(Math.abs(valueAt(portrait.width - 6, 5) - wall)).toBeLessThan(20)
    const row = Array.from({ length: portrait.width }, (_, x) => valueAt(x, 260))
    expect(row.filter((value) => Math.abs(value - wall) > 25).length).toBeGreaterThan(portrait.width / 3)
  })
})

describe('drawFlatPrint()', () => {
  const photo = drawPerson(makePerson(5), QUICK)

  it('gives the photo back when the print faces the camera', () => {
    expect(meanDifference(photo, drawFlatPrint(photo, { yaw: 0 }))).toBeLessThan(4)
  })

  it('narrows the print by the cosine of its turn and brings the far edge in', () => {
    const yaw = 40
    const print = drawFlatPrint({ ...photo, data: photo.data.map(() => 255) }, { yaw })
    const isPrint = (x: number, y: number) => print.data[(y * print.width + x) * 3] > 200
    const columns = Array.from({ length: print.width }, (_, x) => x).filter((x) => isPrint(x, 60))
    const widthShare = columns.length / print.width
    expect(widthShare).toBeGreaterThan(Math.cos((yaw * Math.PI) / 180) * 0.85)
    expect(widthShare).toBeLessThan(Math.cos((yaw * Math.PI) / 180) * 1.15)
    const heightAt = (x: number) =>
      Array.from({ length: print.height }, (_, y) => y).filter((y) => isPrint(x, y)).length
    // Looking to the right, the right edge is the one that went away from the camera.
    expect(heightAt(columns[columns.length - 3])).toBeLessThan(heightAt(columns[2]))
  })
})
