import { mix, rise } from '../../curve.ts'
import type { Person } from '../person.ts'
import { SPECTACLE_POINTS } from './landmarks.ts'
import { makeSheet, type Part } from './part.ts'
import type { Vector } from './vector.ts'

/** Half axes of a lens, thickness of the wire; centimetres. */
const LENS_HALF = { width: 2.3, height: 1.75 }
const WIRE_RADIUS = 0.12
const LENS_STEPS = 40
const TUBE_SIDES = 8
/** Where the side arms end: over the ears. */
const EAR = { x: 8.1, z: -3.5 }

/** Spectacles on a person's nose as thin tubes; none for people without. `face` is the bent face. */
export function buildGlasses(person: Person, face: Vector[]): Part[] {
  if (person.glasses === 'none') return []
  const squareness = person.glasses === 'square' ? 0.6 : 0
  const root = face[SPECTACLE_POINTS.noseRoot]
  const bridge = face[SPECTACLE_POINTS.noseBridge]
  const depth = Math.max(root[2], bridge[2] - 0.3) + 0.35
  const lensX = Math.abs(face[SPECTACLE_POINTS.upperLid][0]) * 1.04
  const lensY = face[SPECTACLE_POINTS.lowerLid][1] + 0.2
  const sides = [-1, 1].flatMap((side) => [
    tube(lensPath({ x: side * lensX, y: lensY, z: depth, squareness }), 'ring'),
    tube(armPath({ side, x: lensX + LENS_HALF.width, y: lensY + 0.4, z: depth - 1.3 }), 'bar'),
  ])
  return [...sides, tube(bridgePath({ x: lensX - LENS_HALF.width, y: lensY + 0.6, z: depth }), 'bar')]
}

function lensPath(at: { x: number; y: number; z: number; squareness: number }): Vector[] {
  return Array.from({ length: LENS_STEPS + 1 }, (_, i): Vector => {
    const angle = (2 * Math.PI * i) / LENS_STEPS
    const corner = 1 / Math.max(Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))) ** at.squareness
    const x = at.x + LENS_HALF.width * corner * Math.cos(angle)
    return [x, at.y + LENS_HALF.height * corner * Math.sin(angle), at.z - 0.08 * Math.abs(x) ** 1.35]
  })
}

function armPath(from: { side: number; x: number; y: number; z: number }): Vector[] {
  return [0, 0.25, 0.5, 0.75, 1].map((share) => [
    from.side * mix(from.x, EAR.x, rise(0, 0.25, share)),
    from.y,
    mix(from.z, EAR.z, share),
  ])
}

function bridgePath(end: { x: number; y: number; z: number }): Vector[] {
  return [-1, -0.5, 0, 0.5, 1].map((share) => [share * end.x, end.y + 0.2 * (1 - share * share), end.z])
}

/** A wire along a path: a ring is thick in the plane of the lens, a bar across its run. */
function tube(path: Vector[], shape: 'ring' | 'bar'): Part {
  return makeSheet({
    rows: path.length - 1,
    columns: TUBE_SIDES,
    material: 'frame',
    at: (across, along) => {
      const [x, y, z] = path[Math.round(along * (path.length - 1))]
      const round = 2 * Math.PI * across
      const outX = shape === 'ring' ? Math.cos(round) : 0
      const outZ = shape === 'ring' ? Math.sin(round + 1) : Math.cos(round)
      return [x + WIRE_RADIUS * outX, y + WIRE_RADIUS * Math.sin(round), z + WIRE_RADIUS * outZ]
    },
  })
}
