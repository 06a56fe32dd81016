import type { Color } from '../paint/color.ts'
import { dot, unit, type Vector } from '../shape/vector.ts'
import type { LightField } from './backdrop.ts'
import type { Look } from './material.ts'

/** What the default lamp and room together give a place that looks to the camera; a screen of share 1 gives as much. */
const ROOM_LIGHT = 1.2
/** How far the middle of the face is in front of the person's middle, centimetres. */
const FACE_DEPTH = 7
/** The wall is some two metres away where a face is half a metre away: light falls with the square of the way. */
const WALL_SHARE = 0.05

/**
 * The light that comes back from a place of a surface when a white screen around the camera shines on it: matt reflection
 * by the angle in which it meets the light, falling with the square of the way (Lambert). The gloss of skin is left out.
 */
export function screenLightFrom(
  look: Look,
  { place, normal }: { place: Vector; normal: Vector },
  distance: number,
): Color {
  const way: Vector = [-place[0], -place[1], distance - place[2]]
  const nearness = (distance - FACE_DEPTH) ** 2 / dot(way, way)
  const light = ROOM_LIGHT * nearness * Math.max(0, dot(normal, unit(way)))
  return [look.color[0] * light, look.color[1] * light, look.color[2] * light]
}

/** The same of what is behind the person. */
export function lightRoom({ data, width, height }: LightField): LightField {
  return { data: data.map((light) => light * WALL_SHARE), width, height }
}
