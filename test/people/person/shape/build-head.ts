import { clamp, mix, rise } from '../../curve.ts'
import type { Person } from '../person.ts'
import { bendFace } from './bend-face.ts'
import { canonicalMesh } from './canonical-mesh.ts'
import { hairlineHeight, isLong } from './hairline.ts'
import { makePart, type Part } from './part.ts'
import { add, dot, scale, unit, type Vector } from './vector.ts'

/** Middle of the skull, centimetres. */
const SKULL_CENTRE: Vector = [0, 1.8, -5]
/** Half axes of an average skull, centimetres. */
const SKULL_HALF = { width: 7.7, height: 9.7, depth: 9.4 }
/** A skull is rounder than a box and boxier than an egg: exponent of its superellipsoid. */
const SKULL_EXPONENT = 2.35
/** Rings of points from the outline of the face to the back of the head. */
const SKULL_RINGS = 14
/** Where the rings meet, as a direction from the middle. */
const SKULL_POLE: Vector = unit([0, 0.1, -1])
/** Share of the way to the pole over which the face's outline rounds off into the skull. */
const ROUNDING_SHARE = 0.55
/** How far hair stands off the skull, centimetres. */
const HAIR_HEIGHT = { long: 1, cropped: 0.85, partingGain: 0.2 }

/** The face and the skull behind it as one surface. */
export function buildHead(person: Person): Part {
  const { points: canonical, triangles: faceTriangles, outline } = canonicalMesh()
  const points = bendFace(person.shape)
  const rest = canonical.map((point): Vector => [...point])
  const firstSkullPoint = points.length
  const half: Vector = [
    SKULL_HALF.width * (1 + 0.035 * person.shape.width),
    SKULL_HALF.height,
    SKULL_HALF.depth,
  ]
  for (let ring = 1; ring <= SKULL_RINGS; ring++) {
    for (const i of outline) points.push(skullPoint(points[i], half, ring / SKULL_RINGS))
  }
  rest.push(...points.slice(firstSkullPoint))
  const skull = skullTriangles(outline, firstSkullPoint)
  return makePart({
    material: 'face',
    points,
    rest,
    triangles: [...faceTriangles, ...skull],
    paintedTriangles: faceTriangles.length / 3,
  })
}

/** Hair on the skull: the head's surface lifted where hair grows; the renderer cuts it at the hairline. */
export function buildCroppedHair(person: Person, head: Part): Part {
  const { hair } = person
  const height = isLong(hair.cut)
    ? HAIR_HEIGHT.long
    : HAIR_HEIGHT.cropped + HAIR_HEIGHT.partingGain * hair.parting
  const points = head.points.map((point, i): Vector => {
    const above = point[1] - hairlineHeight(hair, point[0], point[2])
    const lift = height * rise(-0.6, 2.5, above) - 0.05
    const crown: Vector = [0, 0.5 * lift * rise(6, 11, point[1]), 0]
    return add(add(point, scale(head.normals[i], lift)), crown)
  })
  return makePart({ material: 'hair', points, rest: head.points, triangles: head.triangles })
}

/** A point of the skull, a share of the way from a point of the face's outline to the pole. */
function skullPoint(from: Vector, half: Vector, share: number): Vector {
  const offset = from.map((value, i) => (value - SKULL_CENTRE[i]) / half[i]) as Vector
  const direction = unit(offset)
  const angle = Math.acos(clamp(dot(direction, SKULL_POLE), -1, 1))
  const towards = add(
    scale(direction, Math.sin((1 - share) * angle) / Math.sin(angle)),
    scale(SKULL_POLE, Math.sin(share * angle) / Math.sin(angle)),
  )
  const reach = mix(skullNorm(offset), 1, rise(0, ROUNDING_SHARE, share)) / skullNorm(towards)
  return towards.map((value, i) => value * reach * half[i] + SKULL_CENTRE[i]) as Vector
}

/** 1 on the surface of the skull, less inside. */
function skullNorm(offset: Vector): number {
  const sum = offset.reduce((total, value) => total + Math.abs(value) ** SKULL_EXPONENT, 0)
  return sum ** (1 / SKULL_EXPONENT)
}

function skullTriangles(outline: number[], firstSkullPoint: number): number[] {
  const count = outline.length
  const pointAt = (ring: number, place: number) =>
    ring === 0 ? outline[place % count] : firstSkullPoint + (ring - 1) * count + (place % count)
  const triangles: number[] = []
  for (let ring = 0; ring < SKULL_RINGS; ring++) {
    for (let i = 0; i < count; i++) {
      triangles.push(pointAt(ring, i + 1), pointAt(ring, i), pointAt(ring + 1, i))
      triangles.push(pointAt(ring, i + 1), pointAt(ring + 1, i), pointAt(ring + 1, i + 1))
    }
  }
  return triangles
}
