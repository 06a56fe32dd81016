import { hill, mix, rise } from '../../curve.ts'
import type { FaceShape } from '../person.ts'
import { canonicalMesh } from './canonical-mesh.ts'
import { LIPS_INNER } from './landmarks.ts'
import { add, type Vector } from './vector.ts'

/** A point of the canonical face: `side` is -1 or 1, `out` its distance from the middle. */
interface Rest {
  x: number
  y: number
  z: number
  side: number
  out: number
}

/** How far one group of shape numbers moves a point, centimetres. */
type Bend = (rest: Rest, shape: FaceShape) => Vector

const BENDS: readonly Bend[] = [bendEyes, bendBrows, bendNose, bendMouth, bendCheeks, bendOutline, bendWaves]

/** Whole-face growth for one deviation. */
const GROWTH = { width: 0.045, height: 0.045, depth: 0.05 }
/** The canonical mouth gapes; shut lips keep this share of the gap. */
const SHUT_LIPS_SHARE = 0.14

/** Moves the points of the canonical face to where a person has them; centimetres, the mouth shut. */
export function bendFace(shape: FaceShape): Vector[] {
  const points = canonicalMesh().points.map(([x, y, z]) => {
    const rest = { x, y, z, side: Math.sign(x), out: Math.abs(x) }
    const bent = BENDS.reduce<Vector>((point, bend) => add(point, bend(rest, shape)), [x, y, z])
    return grow(bent, shape)
  })
  shutMouth(points)
  return points
}

function grow(point: Vector, shape: FaceShape): Vector {
  return [
    point[0] * (1 + GROWTH.width * shape.width),
    point[1] * (1 + GROWTH.height * shape.height),
    point[2] * (1 + GROWTH.depth * shape.depth),
  ]
}

function bendEyes({ y, side, out }: Rest, shape: FaceShape): Vector {
  const around = hill(out - 3.2, 1.9) * hill(y - 2.6, 1.3)
  const lids = hill(out - 3.2, 1.7) * hill(y - 2.63, 0.7)
  return [
    side * around * (0.32 * shape.eyeGap + (out - 3.2) * 0.12 * shape.eyeSize),
    (y - 2.63) * (lids * (0.3 + 0.17 * shape.eyeOpening) + around * 0.13 * shape.eyeSize) +
      (out - 3.2) * 0.11 * shape.eyeTilt * around,
    -0.28 * shape.eyeDepth * around,
  ]
}

function bendBrows({ y, out }: Rest, shape: FaceShape): Vector {
  const ridge = hill(out - 2.8, 2.6) * hill(y - 4.5, 0.9)
  const arch = hill(out - 3.4, 3) * hill(y - 5, 1.1)
  return [0, 0.42 * shape.browHeight * arch, 0.28 * shape.browRidge * ridge]
}

function bendNose({ x, y }: Rest, shape: FaceShape): Vector {
  const tip = hill(x, 1.7) * hill(y + 0.9, 1.4)
  const root = hill(x, 1) * hill(y - 2.4, 1.3)
  const hump = hill(x, 0.9) * hill(y - 1.2, 0.9)
  return [
    x * 0.2 * shape.noseWidth * hill(x, 2) * hill(y + 1.5, 1.3),
    -0.5 * shape.noseLength * hill(x, 2) * hill(y + 1.4, 1.6),
    0.45 * shape.noseOut * tip + 0.28 * shape.noseBridge * root + 0.25 * shape.noseHump * hump,
  ]
}

function bendMouth({ x, y, out }: Rest, shape: FaceShape): Vector {
  const around = hill(x, 3.2) * hill(y + 4.4, 1.5)
  const lips = hill(x, 2.3) * hill(y + 4.4, 1.1)
  const corners = hill(out - 2.4, 0.9) * hill(y + 4.3, 0.9)
  return [
    x * 0.1 * shape.mouthWidth * around,
    0.34 * shape.mouthHeight * around +
      (y + 4.4) * 0.2 * shape.lipFullness * lips +
      0.13 * shape.smile * corners,
    0.2 * shape.lipOut * around,
  ]
}

function bendCheeks({ y, side, out }: Rest, shape: FaceShape): Vector {
  const cheek = hill(out - 5, 2.2) * hill(y + 3, 2.4)
  const bone = hill(out - 5.2, 1.7) * hill(y - 0.4, 1.4)
  return [
    side * (0.36 * shape.cheekFullness * cheek + 0.25 * shape.cheekBone * bone),
    0,
    0.32 * shape.cheekFullness * cheek + 0.32 * shape.cheekBone * bone,
  ]
}

function bendOutline({ x, y }: Rest, shape: FaceShape): Vector {
  return [
    x * 0.065 * shape.jawWidth * rise(-1, -8, y) + 0.1 * shape.askew * Math.sin(y * 0.35),
    0.35 * shape.foreheadHeight * rise(5, 8, y) - 0.45 * shape.chinLength * rise(-5.5, -9, y),
    0.32 * shape.chinLength * hill(x, 2.4) * hill(y + 8.6, 1.6),
  ]
}

function bendWaves({ y, side, out }: Rest, shape: FaceShape): Vector {
  let height = 0
  for (const wave of shape.waves) {
    height += wave.height * Math.cos(out * wave.across + wave.phaseX) * Math.cos(y * wave.along + wave.phaseY)
  }
  height *= 0.14
  return [side * height * 0.5 * rise(0, 2, out), height * 0.4, height]
}

/** Brings the inner edges of the lips together so that only a crease is left. */
function shutMouth(points: Vector[]): void {
  const half = LIPS_INNER.length / 2
  for (let i = 1; i < half; i++) {
    const upper = points[LIPS_INNER[i]]
    const lower = points[LIPS_INNER[LIPS_INNER.length - i]]
    const middle = (upper[1] + lower[1]) / 2
    const depth = (upper[2] + lower[2]) / 2
    for (const lip of [upper, lower]) {
      lip[1] = mix(middle, lip[1], SHUT_LIPS_SHARE)
      lip[2] = mix(depth, lip[2], 0.6) - 0.1
    }
  }
}
