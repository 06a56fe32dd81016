import type { Point } from '../../../domain/image.ts'
import { clamp, mix, rise } from '../curve.ts'
import { valueNoise } from '../noise.ts'
import type { LightFrame } from './light-frame.ts'
import type { PlacedCard } from './place-card.ts'

/** A finger: a round limb between two points, px; narrower at its tip. */
export interface Finger {
  root: Point
  tip: Point
  radius: number
  nail: 'hidden' | 'shown'
}

/** Where the thumb lies on the card's right edge, and the fingers behind it: shares of width and height. */
const THUMB = { tip: 0.955, root: 1.34, rootDrop: 0.16, height: 0.2, radius: 0.05 }
const FINGERS = [
  { height: 0.24, reach: 0.86, radius: 0.046 },
  { height: 0.4, reach: 0.84, radius: 0.048 },
  { height: 0.56, reach: 0.86, radius: 0.046 },
  { height: 0.7, reach: 0.9, radius: 0.04 },
]
/** The palm with the forearm it ends in, out of the frame. */
const PALM = { root: { x: 3.4, y: 1.3 }, tip: { x: 1.3, y: 0.52 }, radius: 0.26 }
/** A tip is this much narrower than the root. */
const TAPER = 0.8
/** Softness of a finger's outline, px. */
const EDGE_PX = 1.5
/** Light from above left, as for the card. */
const LAMP = { x: -0.45, y: -0.6, z: 0.66 }
/** Share of the light that reaches the shaded side. */
const SHADE_LIGHT = 0.42
const NAIL = { start: 0.84, end: 1.02, halfWidth: 0.55, light: 1.18 }

/** Skin as red, green and blue, 0-1 on the screen's scale. */
export type HandColor = readonly [number, number, number]

/** Paints what of the holding hand is behind the card; the card is laid over it. */
export function paintFingers(frame: LightFrame, card: PlacedCard, color: HandColor): void {
  const width = widthOf(card)
  const nail = 'hidden' as const
  const palm = { root: onCard(card, PALM.root), tip: onCard(card, PALM.tip), radius: PALM.radius * width }
  paintFinger(frame, { ...palm, nail }, color)
  for (const { height, reach, radius } of FINGERS) {
    const root = onCard(card, { x: 1.28, y: mix(height, 0.52, 0.25) })
    const tip = onCard(card, { x: reach, y: height })
    paintFinger(frame, { root, tip, radius: radius * width, nail }, color)
  }
}

/** Paints the thumb that holds the card from the front. */
export function paintThumb(frame: LightFrame, card: PlacedCard, color: HandColor): void {
  const tip = onCard(card, { x: THUMB.tip, y: THUMB.height })
  const root = onCard(card, { x: THUMB.root, y: THUMB.height + THUMB.rootDrop })
  const thumb = { root, tip, radius: THUMB.radius * widthOf(card), nail: 'shown' as const }
  layFinger(frame, thumb, color)
}

/** Paints a finger that lies on the card, with the shadow under it. */
export function layFinger(frame: LightFrame, finger: Finger, color: HandColor): void {
  shadeUnder(frame, finger)
  paintFinger(frame, finger, color)
}

/** A place given in shares of the card, also off it, px. */
export function onCard([topLeft, topRight, bottomRight, bottomLeft]: PlacedCard, at: Point): Point {
  const across = (axis: 'x' | 'y', left: Point, right: Point) => mix(left[axis], right[axis], at.x)
  return {
    x: mix(across('x', topLeft, topRight), across('x', bottomLeft, bottomRight), at.y),
    y: mix(across('y', topLeft, topRight), across('y', bottomLeft, bottomRight), at.y),
  }
}

function widthOf([topLeft, topRight]: PlacedCard): number {
  return Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y)
}

function paintFinger(frame: LightFrame, finger: Finger, color: HandColor): void {
  eachNearPixel(frame, finger, (at, place) => {
    const cover = clamp((1 - place.distance) * (finger.radius / EDGE_PX))
    const mottled = 0.96 + 0.08 * valueNoise(place.x / 26, place.y / 26, 5)
    const hasNail = finger.nail === 'shown' && isNail(place)
    const light = lightOn(place) * mottled * (hasNail ? NAIL.light : 1)
    for (let channel = 0; channel < 3; channel++) {
      frame.data[at + channel] = mix(frame.data[at + channel], color[channel] * light, cover)
    }
  })
}

/** The soft shadow of a finger on the card. */
function shadeUnder(frame: LightFrame, finger: Finger): void {
  const lower = (point: Point) => ({ x: point.x + 4, y: point.y + 8 })
  const shadow = { ...finger, root: lower(finger.root), tip: lower(finger.tip), radius: finger.radius * 1.15 }
  eachNearPixel(frame, shadow, (at, { distance }) => {
    const light = 1 - 0.35 * rise(1, 0.6, distance)
    for (let channel = 0; channel < 3; channel++) frame.data[at + channel] *= light
  })
}

interface FingerPlace {
  x: number
  y: number
  /** From the middle line over the radius there, 0-1 on the finger. */
  distance: number
  /** From root to tip, beyond 1 in the round end. */
  along: number
  /** Off the middle line over the radius, signed: which side. */
  side: number
  /** Direction from the middle line outwards, in the image. */
  outX: number
  outY: number
}

function eachNearPixel(
  frame: LightFrame,
  { root, tip, radius }: Finger,
  visit: (at: number, place: FingerPlace) => void,
): void {
  const left = Math.max(0, Math.floor(Math.min(root.x, tip.x) - radius))
  const right = Math.min(frame.width - 1, Math.ceil(Math.max(root.x, tip.x) + radius))
  const top = Math.max(0, Math.floor(Math.min(root.y, tip.y) - radius))
  const bottom = Math.min(frame.height - 1, Math.ceil(Math.max(root.y, tip.y) + radius))
  const length = Math.hypot(tip.x - root.x, tip.y - root.y)
  const direction = { x: (tip.x - root.x) / length, y: (tip.y - root.y) / length }
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const forward = (x - root.x) * direction.x + (y - root.y) * direction.y
      const on = clamp(forward / length)
      const offX = x - root.x - direction.x * on * length
      const offY = y - root.y - direction.y * on * length
      const local = radius * mix(1, TAPER, on)
      const distance = Math.hypot(offX, offY) / local
      if (distance >= 1) continue
      const side = (offX * -direction.y + offY * direction.x) / local
      const place = { x, y, distance, along: forward / length, side, outX: offX / local, outY: offY / local }
      visit((y * frame.width + x) * 3, place)
    }
  }
}

function lightOn({ distance, outX, outY }: FingerPlace): number {
  const towards = Math.sqrt(Math.max(0, 1 - distance * distance))
  const facing = outX * LAMP.x + outY * LAMP.y + towards * LAMP.z
  return SHADE_LIGHT + (1 - SHADE_LIGHT) * 1.15 * Math.max(0, facing)
}

function isNail({ along, side }: FingerPlace): boolean {
  const middle = (NAIL.start + NAIL.end) / 2
  const offAlong = (along - middle) / ((NAIL.end - NAIL.start) / 2)
  return offAlong ** 4 + (side / NAIL.halfWidth) ** 4 < 1
}
