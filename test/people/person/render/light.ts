import { clamp, rise } from '../../curve.ts'
import type { Color } from '../paint/color.ts'
import { add, cross, dot, unit, type Vector } from '../shape/vector.ts'
import type { Look } from './material.ts'
import type { PosedPart } from './pose-part.ts'
import { rasterise, type Surfaces, type View } from './rasterise.ts'

/** Light on a person: one lamp or window and what the room reflects. */
export interface Light {
  /** Direction to the lamp; any length. */
  from: Vector
  /** Strength of the lamp; 1 is well lit. */
  key: number
  /** Strength of the reflected light. */
  fill: number
  /** -1 cold, 0 neutral, 1 warm. */
  warmth: number
}

/** Light with the shadows that the parts cast in it. */
export interface LitScene {
  light: Light
  direction: Vector
  lampColor: Color
  /** 0-1 share of the lamp that reaches a place. */
  reaches: (place: Vector) => number
}

/** Side of the square shadow map, samples, and its resolution. */
const SHADOW_MAP_SIZE = 320
const SHADOW_SAMPLES_PER_CENTIMETRE = 7
/** The head stands above the middle of the map so that the shoulders fit in. */
const SHADOW_MAP_SHIFT = 20
/** Surfaces nearer than this to what the lamp sees are not in its shadow, centimetres. */
const SHADOW_SLACK = 0.7
/** Places of the map that are asked round a place, to soften shadows. */
const SHADOW_TAPS = [
  { x: -1.2, y: -1.2 },
  { x: 1.2, y: -1.2 },
  { x: -1.2, y: 1.2 },
  { x: 1.2, y: 1.2 },
  { x: 0, y: 0 },
]
const HIGHLIGHT_EXPONENT = 22
/** Red light that comes back out of skin near the edge of the shade. */
const SKIN_GLOW = 0.04

/** Casts the shadows of posed parts in a light. */
export function lightScene(parts: PosedPart[], light: Light, isSolid: View['isSolid']): LitScene {
  const direction = unit(light.from)
  const across = unit([direction[2], 0, -direction[0]])
  const up = cross(direction, across)
  const toMap = (place: Vector): Vector => [
    SHADOW_MAP_SIZE / 2 + dot(place, across) * SHADOW_SAMPLES_PER_CENTIMETRE,
    SHADOW_MAP_SIZE / 2 - SHADOW_MAP_SHIFT - dot(place, up) * SHADOW_SAMPLES_PER_CENTIMETRE,
    dot(place, direction),
  ]
  const map = rasterise(parts, { width: SHADOW_MAP_SIZE, height: SHADOW_MAP_SIZE, project: toMap, isSolid })
  return {
    light,
    direction,
    lampColor: [1 + 0.12 * light.warmth, 1, 1 - 0.15 * light.warmth],
    reaches: (place) => litShare(map, toMap(place)),
  }
}

function litShare(map: Surfaces, [x, y, nearness]: Vector): number {
  let lit = 0
  for (const tap of SHADOW_TAPS) {
    const column = Math.floor(clamp(x + tap.x, 0, SHADOW_MAP_SIZE - 1))
    const row = Math.floor(clamp(y + tap.y, 0, SHADOW_MAP_SIZE - 1))
    if (map.depth[row * SHADOW_MAP_SIZE + column] < nearness + SHADOW_SLACK) lit += 1
  }
  return lit / SHADOW_TAPS.length
}

/** A place of a surface as seen: `eye` is the direction to the camera. */
export interface SeenPlace {
  place: Vector
  normal: Vector
  eye: Vector
  isSkin: boolean
}

/** The light that comes from a place of a surface to the camera. */
export function lightFrom(scene: LitScene, look: Look, seen: SeenPlace): Color {
  const { light, direction, lampColor } = scene
  const { normal } = seen
  const facing = dot(normal, direction)
  const reached = scene.reaches(seen.place)
  const wrapped = Math.max(0, (facing + look.softness) / (1 + look.softness))
  const lamp = wrapped * light.key * (0.25 + 0.75 * reached) * 1.15
  const room = light.fill * (0.72 + 0.28 * normal[1]) * (0.7 + 0.3 * Math.max(0, normal[2]))
  const between = unit(add(direction, seen.eye))
  const highlight = look.shine * reached * light.key * Math.max(0, dot(normal, between)) ** HIGHLIGHT_EXPONENT
  const glow = seen.isSkin && facing < 0.3 ? SKIN_GLOW * rise(-0.3, 0.3, facing) : 0
  const channel = (e: number) =>
    look.color[e] * (lamp * lampColor[e] + room + (e === 0 ? glow : 0)) + highlight * lampColor[e]
  return [channel(0), channel(1), channel(2)]
}
