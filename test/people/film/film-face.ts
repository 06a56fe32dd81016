import { LIGHT_COLOURS } from '../../../domain/faces/light.ts'
import type { Image } from '../../../domain/image.ts'
import { developPerson, drawPerson, lightPerson, type PersonView } from '../person/draw-person.ts'
import type { Person } from '../person/person.ts'
import { FRAME_SIZE } from './film-document.ts'

/** Height of the head over the height of the frame: a phone at arm's length. */
const HEAD_SHARE = 0.62
/**
 * What a screen in one colour adds to the light of the room on the face: 200 candela a square metre over 0.7 of 95 cm² from
 * 33 cm are 12 lux, beside 100 lux of a living room in the evening.
 */
const SCREEN_SHARE = 0.12

/** A frame of a head turned by some degrees; > 0 towards the image's right. */
export interface FaceFrame {
  image: Image
  yaw: number
}

/** Films a person in a room of their own before a camera, once for each angle. */
export function filmFace(person: Person, yaws: readonly number[]): FaceFrame[] {
  return yaws.map((yaw) => ({
    yaw,
    image: drawPerson(person, viewOf(person, yaw)),
  }))
}

/** The same person looking straight, once in the light of each colour of a screen, in the order of `LIGHT_COLOURS`. */
export function filmLitFace(person: Person): Image[] {
  const view = viewOf(person, 0)
  const { room, screen } = lightPerson(person, view)
  return LIGHT_COLOURS.map((_, channel) => {
    const lit = (light: number, i: number) =>
      i % 3 === channel ? light + screen.data[i] * SCREEN_SHARE : light
    return developPerson(person, { ...room, data: room.data.map(lit) }, view)
  })
}

function viewOf(person: Person, yaw: number): PersonView {
  return { ...FRAME_SIZE, yaw, headShare: HEAD_SHARE, backdrop: person.seed, samplesPerSide: 1 }
}
