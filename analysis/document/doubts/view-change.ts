import type { DoubtFacts } from '../../../domain/document/doubt-facts.ts'
import type { Image, Quad } from '../../../domain/image.ts'
import { homographyOntoQuad } from '../../image/homography.ts'
import { sideLengths } from '../card/quad-shape.ts'
import type { CardSight } from '../card/see-card.ts'
import { sampleAround } from './_sample-around.ts'
import { frameShift } from './frame-shift.ts'

/** Most frames compared with the best one. */
const MOST_OTHERS = 4
/** A phone's lens sees about as far aside as it is away: focal length over the frame's longer side. */
const FOCAL_SHARE = 0.9
/** A card that moved by less between two frames stands in both where it stands in the one, px. */
const STILL_PX = 0.5
/** Cells of the card in which light is compared: fewer than print has strokes, as many as a reflection has. */
const LIGHT_CELLS = { across: 40, down: 25 }
/** Light of a cell has changed when it differs by this share and by this many levels from what the whole card did. */
const CHANGED = { share: 0.12, levels: 14 }

/** A card in a frame, lying. */
interface PlacedCard {
  frame: Image
  quad: Quad
}

/**
 * How the view of the card changed over the frames: how far it moved, how far it was tilted, and on how much of it light
 * changed while the rest did not, as a reflection does. Null with fewer than two frames that show its rim, or stand still
 * with the best one; one that moved and shows none tells no more than that. About 10 ms.
 */
export function viewChange(best: PlacedCard, sights: readonly CardSight[]): DoubtFacts['view'] {
  const alike = sights.filter(({ frame }) => frame !== best.frame && isOfSize(frame, best.frame))
  const withoutRim = alike.filter(({ card }) => card === null)
  const withRim = alike.filter(({ card, extent }) => card !== null && extent === 'whole')
  const others = [...withRim, ...withoutRim].slice(0, MOST_OTHERS).map(({ frame, card }) => {
    const moved = frameShift({ from: best.frame, to: frame, quad: best.quad })
    // Rims are found to a pixel or two, or not: of a card that stood still the best frame's is right for all.
    return { frame, quad: moved < STILL_PX ? best.quad : card, moved }
  })
  const placed = others.filter((other): other is typeof other & PlacedCard => other.quad !== null)
  if (placed.length === 0) return null
  const normals = [best, ...placed].map(normalOf)
  const light = [best, ...placed].map(lightOf)
  return {
    frames: light.length,
    movedPx: Math.max(...others.map(({ moved }) => moved)),
    tiltDegrees: Math.max(...normals.flatMap((a) => normals.map((b) => degreesBetween(a, b)))),
    lightShare: Math.max(...light.slice(1).map((other) => changedShare(light[0], other))),
  }
}

function isOfSize(frame: Image, { width, height }: Image): boolean {
  return frame.width === width && frame.height === height
}

type Vector = readonly [number, number, number]

/** Where the card's face points, for a lens of the usual width. */
function normalOf({ frame, quad }: PlacedCard): Vector {
  const [top, right, bottom, left] = sideLengths(quad)
  const focal = FOCAL_SHARE * Math.max(frame.width, frame.height)
  const seen = quad.map(({ x, y }) => ({
    x: (x - frame.width / 2) / focal,
    y: (y - frame.height / 2) / focal,
  }))
  const size = { width: 1, height: (right + left) / (top + bottom) }
  const map = homographyOntoQuad(size, seen as unknown as Quad)
  const across = unit([map[0], map[3], map[6]])
  const down = unit([map[1], map[4], map[7]])
  return unit([
    across[1] * down[2] - across[2] * down[1],
    across[2] * down[0] - across[0] * down[2],
    across[0] * down[1] - across[1] * down[0],
  ])
}

function unit([x, y, z]: Vector): Vector {
  const length = Math.hypot(x, y, z)
  return [x / length, y / length, z / length]
}

function degreesBetween(a: Vector, b: Vector): number {
  const cosine = a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
  return (Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI
}

/** Mean light of the card's cells. */
function lightOf({ frame, quad }: PlacedCard): Float32Array {
  const { data, width, height } = sampleAround(frame, quad, {
    aspect: LIGHT_CELLS.across / LIGHT_CELLS.down,
    marginShare: 0,
    cells: 2 * LIGHT_CELLS.across,
  })
  const light = new Float32Array(LIGHT_CELLS.across * LIGHT_CELLS.down)
  const [wide, high] = [width / LIGHT_CELLS.across, height / LIGHT_CELLS.down]
  for (let i = 0; i < width * height; i++) {
    const column = Math.floor((i % width) / wide)
    const row = Math.floor(Math.floor(i / width) / high)
    light[row * LIGHT_CELLS.across + column] += data[i * 3] + data[i * 3 + 1] + data[i * 3 + 2]
  }
  return light.map((sum) => sum / 3 / (wide * high))
}

/** Share of the cells whose light changed otherwise than that of the whole card. */
function changedShare(a: Float32Array, b: Float32Array): number {
  const factors = Float32Array.from(a, (light, i) => (b[i] + 1) / (light + 1)).sort()
  const common = factors[factors.length >> 1]
  let changed = 0
  for (let i = 0; i < a.length; i++) {
    const apart = Math.abs(b[i] - a[i] * common)
    if (apart > CHANGED.levels && apart > CHANGED.share * b[i]) changed++
  }
  return changed / a.length
}
