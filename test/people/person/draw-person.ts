import type { Image } from '../../../domain/image.ts'
import { paintSkin, type SkinTexture } from './paint/paint-skin.ts'
import type { Person } from './person.ts'
import { type LightField, paintBackdrop } from './render/backdrop.ts'
import { develop } from './render/develop.ts'
import { hairGaps } from './render/hair-gaps.ts'
import { type Light, type LitScene, lightFrom, lightScene } from './render/light.ts'
import { lookAt } from './render/material.ts'
import { type PosedPart, posePart } from './render/pose-part.ts'
import { blendCorners, rasterise, type Surfaces } from './render/rasterise.ts'
import { lightRoom, screenLightFrom } from './render/screen-light.ts'
import { buildParts } from './shape/build-parts.ts'
import type { Part } from './shape/part.ts'
import { add, dot, scale, unit, type Vector } from './shape/vector.ts'

/** How to look at a person. Angles in degrees, everything optional. */
export interface PersonView {
  /** > 0: the face points to the image's right, the person turns to their own left. */
  yaw?: number
  /** > 0: the face points up. */
  pitch?: number
  /** > 0: the head leans clockwise in the image. */
  roll?: number
  width?: number
  height?: number
  /** Height of the head over the height of the picture. */
  headShare?: number
  /** How far the person stands off the middle, centimetres right and up. */
  offset?: { x: number; y: number }
  light?: Partial<Light>
  /** Seed of the room behind, or a plain wall. */
  backdrop?: number | 'plain'
  /** Noise of the sensor, share of full white. */
  grain?: number
  /** Samples along a pixel's side: 2 for stills, 1 for films. */
  samplesPerSide?: 1 | 2
}

const DEFAULT_VIEW = {
  yaw: 0,
  pitch: 0,
  roll: 0,
  width: 640,
  height: 480,
  headShare: 0.62,
  offset: { x: 0, y: 0 },
  backdrop: 1,
  grain: 0.012,
  samplesPerSide: 2,
} as const
const DEFAULT_LIGHT: Light = { from: [-0.5, 0.6, 0.9], key: 0.95, fill: 0.42, warmth: 0.2 }
/** Distance of the camera from the person's middle, centimetres: a phone at arm's length. */
const CAMERA_DISTANCE = 55
/** Height of a head from chin to crown, centimetres. */
const HEAD_HEIGHT = 22
/** Where the middle of the head stands in the picture, and that middle in the person's space. */
const HEAD_CENTRE = { share: 0.52, height: 0.5 }

interface Model {
  person: Person
  parts: Part[]
  texture: SkinTexture
}

const models = new WeakMap<Person, Model>()

/** Draws a person as a camera sees them. The same person and view always give the same picture. */
export function drawPerson(person: Person, view: PersonView = {}): Image {
  return developPerson(person, lightPerson(person, view).room, view)
}

/** The picture a camera makes of some light on a person. */
export function developPerson(person: Person, light: LightField, view: PersonView = {}): Image {
  return develop(light, { ...DEFAULT_VIEW, ...view, seed: person.seed })
}

/**
 * The light that comes to the camera from a person: in the light of the room, and what a white screen around the camera adds
 * that gives the face as much light as the room does. Light adds up: any share of the second may be added to the first, in
 * each colour by itself.
 */
export function lightPerson(person: Person, view: PersonView = {}): { room: LightField; screen: LightField } {
  const seen = { ...DEFAULT_VIEW, ...view }
  const light = { ...DEFAULT_LIGHT, ...view.light }
  const model = modelOf(person)
  const parts = model.parts.map((part) => posePart(part, seen))
  const size = { width: seen.width * seen.samplesPerSide, height: seen.height * seen.samplesPerSide }
  const isSolid = hairGaps(person)
  const surfaces = rasterise(parts, { ...size, isSolid, project: projection(size, seen) })
  const field = paintBackdrop(size, seen.backdrop)
  const lit = { room: field, screen: lightRoom(field) }
  shade({ model, parts, surfaces, scene: lightScene(parts, light, isSolid) }, lit)
  return lit
}

function modelOf(person: Person): Model {
  const known = models.get(person)
  if (known) return known
  const model = { person, parts: buildParts(person), texture: paintSkin(person) }
  models.set(person, model)
  return model
}

function projection(
  size: { width: number; height: number },
  seen: { headShare: number; offset: { x: number; y: number } },
): (point: Vector) => Vector {
  const samplesPerCentimetre = (seen.headShare * size.height) / HEAD_HEIGHT
  return ([x, y, z]) => {
    const near = (CAMERA_DISTANCE / (CAMERA_DISTANCE - z)) * samplesPerCentimetre
    return [
      size.width / 2 + (x + seen.offset.x) * near,
      size.height * HEAD_CENTRE.share - (y - HEAD_CENTRE.height + seen.offset.y) * near,
      z,
    ]
  }
}

/** Replaces the backdrop's lights wherever a surface is seen. */
function shade(
  seen: { model: Model; parts: PosedPart[]; surfaces: Surfaces; scene: LitScene },
  lit: { room: LightField; screen: LightField },
): void {
  const { model, parts, surfaces, scene } = seen
  for (let i = 0; i < surfaces.part.length; i++) {
    if (surfaces.part[i] < 0) continue
    const part = parts[surfaces.part[i]]
    const triangle = surfaces.triangle[i]
    const [a, b] = [surfaces.shareA[i], surfaces.shareB[i]]
    const at = { triangle, shares: { a, b, c: 1 - a - b } }
    const rest = blendCorners(part, part.rest, at)
    const look = lookAt(model, part, { rest, isPainted: triangle < part.paintedTriangles })
    const place = blendCorners(part, part.posedPoints, at)
    const eye = unit([-place[0], -place[1], CAMERA_DISTANCE - place[2]])
    const outward = unit(add(unit(blendCorners(part, part.posedNormals, at)), look.unevenness))
    const normal = dot(outward, eye) < 0 ? scale(outward, -1) : outward
    const isSkin = part.material === 'face' || part.material === 'skin' || part.material === 'neck'
    lit.room.data.set(lightFrom(scene, look, { place, normal, eye, isSkin }), i * 3)
    lit.screen.data.set(screenLightFrom(look, { place, normal }, CAMERA_DISTANCE), i * 3)
  }
}
