import { LIGHT_ORDERS } from '../../../../domain/faces/light.ts'
import { lightPerson } from '../../../../test/people/person/draw-person.ts'
import type { Person } from '../../../../test/people/person/person.ts'
import type { LightField } from '../../../../test/people/person/render/backdrop.ts'
import type { LitStage } from './lit-stage.ts'

/** Size of the frames: what is measured are means of places, which need no more. */
export const FRAME = { width: 480, height: 360, samplesPerSide: 1 } as const
/**
 * A phone before a screen is mirrored by its glass: as large as half the phone, below the camera; shares of the frame. Before
 * a screen that shows a head in its size; before another phone, tilted so that as much of the face as can be is under it. In
 * its middle is the oval in which the page shows the camera's own picture, which is no light.
 */
const MIRRORED = {
  screen: { left: 0.41, right: 0.59, top: 0.5, bottom: 0.88, oval: { y: 0.67, across: 0.045, along: 0.06 } },
  phone: {
    left: 0.375,
    right: 0.625,
    top: 0.22,
    bottom: 0.93,
    oval: { y: 0.54, across: 0.063, along: 0.11 },
  },
} as const
/** Glass sends 4 of 100 back (Fresnel, index 1.5), both sides of a phone's coated glass about as much. */
const GLASS_SHARE = 0.04
/** Light of the phone's screen, and of white on the attacker's, candela a square metre. */
const PHONE_NITS = 200
const ATTACKER_NITS = 250

/** What an attacker, or nobody but the holder, may hold before the camera. */
export interface Stages {
  /** The person, looking straight. */
  live: LitStage
  /** A photo of the person and the room on paper: all of it at one distance. */
  print: LitStage
  /** The face cut out of it, before the attacker's wall. */
  cutOut: LitStage
  /** A screen that plays the person: it shines, and its glass mirrors the phone. */
  screen: LitStage
  /** A phone that does, held to cover the face with its mirror image. */
  phone: LitStage
  /** A screen that plays the person in the light of another order, as somebody's own film of such a scene shows. */
  litScreen: LitStage
}

/** The order in which the person of `litScreen` was lit; others are asked for. */
export const PLAYED_ORDER = LIGHT_ORDERS[0]

/** Draws what stands before the camera, once for all lights. */
export function drawStages(person: Person): Stages {
  const live = lightPerson(person, { ...FRAME, yaw: 0, backdrop: person.seed })
  const { room } = live
  const screen = litScreen(room)
  return {
    live: { ...live, litBy: 'room' },
    print: litPrint(room),
    cutOut: litCutOut(room),
    screen,
    phone: litScreen(room, 'phone'),
    litScreen: { ...screen, plays: { screen: live.screen, order: PLAYED_ORDER } },
  }
}

/** A print: paper sends back what the room and the screen throw on it alike. */
export function litPrint(room: LightField): LitStage {
  return { room, screen: room, litBy: 'room' }
}

/** A face cut out of paper before a wall. */
export function litCutOut(room: LightField): LitStage {
  return { room, screen: scaled(room, (x, y) => (isFace(x, y) ? 1 : 0.05)), litBy: 'room' }
}

/** A screen that plays a picture. */
export function litScreen(room: LightField, device: keyof typeof MIRRORED = 'screen'): LitStage {
  return { room, screen: mirrored(room, MIRRORED[device]), litBy: 'itself' }
}

/** What a screen shows does not depend on the room: the mirrored phone adds as much in every light. */
function mirrored(
  room: LightField,
  { left, right, top, bottom, oval }: (typeof MIRRORED)[keyof typeof MIRRORED],
): LightField {
  const added = (GLASS_SHARE * PHONE_NITS) / ATTACKER_NITS
  return {
    ...room,
    data: room.data.map((_, i) => {
      const pixel = Math.floor(i / 3)
      const [x, y] = [(pixel % room.width) / room.width, Math.floor(pixel / room.width) / room.height]
      const isIn = x > left && x < right && y > top && y < bottom
      const isDark = ((x - (left + right) / 2) / oval.across) ** 2 + ((y - oval.y) / oval.along) ** 2 < 1
      return isIn && !isDark ? added : 0
    }),
  }
}

function scaled(field: LightField, shareAt: (x: number, y: number) => number): LightField {
  const { width, height } = field
  return {
    ...field,
    data: field.data.map((value, i) => {
      const pixel = Math.floor(i / 3)
      return value * shareAt((pixel % width) / width, Math.floor(pixel / width) / height)
    }),
  }
}

/** The oval that `cutOut` leaves. */
function isFace(x: number, y: number): boolean {
  return ((x - 0.5) / 0.2) ** 2 + ((y - 0.52) / 0.36) ** 2 <= 1
}
