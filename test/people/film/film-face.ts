import type { Image } from '../../../domain/image.ts'
import { drawPerson } from '../person/draw-person.ts'
import type { Person } from '../person/person.ts'
import { FRAME_SIZE } from './film-document.ts'

/** Height of the head over the height of the frame: a phone at arm's length. */
const HEAD_SHARE = 0.62

/** A frame of a head turned by some degrees; > 0 towards the image's right. */
export interface FaceFrame {
  image: Image
  yaw: number
}

/** Films a person in a room of their own before a camera, once for each angle. */
export function filmFace(person: Person, yaws: readonly number[]): FaceFrame[] {
  return yaws.map((yaw) => ({
    yaw,
    image: drawPerson(person, {
      ...FRAME_SIZE,
      yaw,
      headShare: HEAD_SHARE,
      backdrop: person.seed,
      samplesPerSide: 1,
    }),
  }))
}
