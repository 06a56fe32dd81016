import { LIGHT_COLOURS } from '../../../domain/faces/light.ts'
import type { Image } from '../../../domain/image.ts'
import { developPerson, lightPerson, type PersonView } from '../person/draw-person.ts'
import type { Person } from '../person/person.ts'
import type { LightField } from '../person/render/backdrop.ts'
import { FRAME_SIZE } from './film-document.ts'

/** Height of the head over the height of the frame: a phone at arm's length. */
const HEAD_SHARE = 0.62
/**
 * What a screen in one colour adds to the light of the room on the face: 200 candela a square metre over 0.7 of 95 cm² from
 * 33 cm are 12 lux, beside 100 lux of a living room in the evening.
 */
const SCREEN_SHARE = 0.12
/** Where the face is in the frame, and pixels between two that are metered. */
const FACE = { left: 0.41, right: 0.59, top: 0.3, bottom: 0.72, step: 6 }
/** Nine of ten places of a face are to be darker than this, share of full white. */
const [METERED_SHARE, METERED_LIGHT] = [0.9, 0.68]

/** A frame of a head turned by some degrees; > 0 towards the image's right. */
export interface FaceFrame {
  image: Image
  yaw: number
}

/** Films a person in a room of their own before a camera, once for each angle. */
export function filmFace(person: Person, yaws: readonly number[]): FaceFrame[] {
  return yaws.map((yaw) => ({
    yaw,
    image: exposeFace(person, yaw),
  }))
}

function exposeFace(person: Person, yaw: number): Image {
  const view = viewOf(person, yaw)
  const { room } = lightPerson(person, view)
  return developPerson(person, scaled(room, meterFace(room)), view)
}

/** The same person looking straight, once in the light of each colour of a screen, in the order of `LIGHT_COLOURS`. */
export function filmLitFace(person: Person): Image[] {
  const view = viewOf(person, 0)
  const { room, screen } = lightPerson(person, view)
  const exposure = meterFace(room)
  return LIGHT_COLOURS.map((_, channel) => {
    const lit = (light: number, i: number) =>
      i % 3 === channel ? light + screen.data[i] * SCREEN_SHARE : light
    // The camera has not corrected yet: it takes longer than a colour stands.
    return developPerson(person, scaled({ ...room, data: room.data.map(lit) }, exposure), view)
  })
}

/** The same in the light of a white screen at each angle: each colour of a screen adds what its channel has more. */
export function filmGlowingFace(person: Person, yaws: readonly number[]): Image[] {
  return yaws.map((yaw) => {
    const view = viewOf(person, yaw)
    const { room, screen } = lightPerson(person, view)
    const lit = room.data.map((light, i) => light + screen.data[i] * SCREEN_SHARE)
    // The camera has not corrected yet: it takes longer than a colour stands.
    return developPerson(person, scaled({ ...room, data: lit }, meterFace(room)), view)
  })
}

/** A phone's camera meters on the face: how much light it takes so that the lighter half of a face is not burnt out. */
function meterFace({ data, width, height }: LightField): number {
  const lights: number[] = []
  for (let y = Math.round(height * FACE.top); y < height * FACE.bottom; y += FACE.step) {
    for (let x = Math.round(width * FACE.left); x < width * FACE.right; x += FACE.step) {
      const at = (y * width + x) * 3
      lights.push(Math.max(data[at], data[at + 1], data[at + 2]))
    }
  }
  const light = lights.toSorted((a, b) => a - b)[Math.floor(lights.length * METERED_SHARE)]
  return Math.min(1, METERED_LIGHT / Math.max(METERED_LIGHT, light))
}

function scaled(field: LightField, exposure: number): LightField {
  return { ...field, data: field.data.map((light) => light * exposure) }
}

function viewOf(person: Person, yaw: number): PersonView {
  return { ...FRAME_SIZE, yaw, headShare: HEAD_SHARE, backdrop: person.seed, samplesPerSide: 1 }
}
