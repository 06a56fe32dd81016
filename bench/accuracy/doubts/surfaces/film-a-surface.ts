import { homographyOntoQuad, mapPoint } from '../../../../analysis/image/homography.ts'
import type { Image, Point, Quad } from '../../../../domain/image.ts'
import { type Random, seededRandom } from '../../../../test/people/random.ts'
import { inverseOf } from '../inverse-of.ts'

/** What a side is made of: a laminated card with a hologram, a photo of it on glossy paper, a print of it on plain paper. */
export type Surface = 'card' | 'glossy print' | 'matte print'

/** Every one. */
export const SURFACES: readonly Surface[] = ['card', 'glossy print', 'matte print']

const FRAME = { width: 640, height: 432 }
/** Width of the card, px, and distance of the camera, widths of the card: about 19 cm from an ID-1 card. */
const CARD_WIDTH = 480
const CAMERA: Vector = [0, 0, -2.2]
/**
 * Share of a lamp's light that a surface mirrors (4 % of it and a lamp a hundred times as bright as paper burn out) and how far
 * it spreads it, degrees: laminate and photo paper are smooth, plain paper spreads over most of the half space.
 */
const GLOSS: Readonly<Record<Surface, { strength: number; spreadDegrees: number }>> = {
  card: { strength: 2.5, spreadDegrees: 2.5 },
  'glossy print': { strength: 2.2, spreadDegrees: 3 },
  'matte print': { strength: 0.05, spreadDegrees: 25 },
}
/** A hologram diffracts one colour for each angle (grating equation): its place on the card, lines a µm apart, how much it sends. */
const HOLOGRAM = { left: 0.62, top: 0.3, right: 0.92, bottom: 0.75, pitchNm: 1100, strength: 0.35 }
/** Wavelengths of red, green and blue and how wide a filter is, nm. */
const COLOURS_NM = [610, 540, 465]
const FILTER_NM = 45
/** Which way the lines of the hologram lie; light of white paper; what is around the card, levels. */
const GRATING: Vector = [0.94, 0.34, 0]
const PAPER = 0.85
const DESK = [80, 80, 80]
const NOISE_LEVELS = 2

/** How a surface is filmed: by how much it is tilted in the course of the film, and whether a lamp or the sky lights it. */
export interface SurfaceFilming {
  surface: Surface
  tiltDegrees: number
  light: 'lamp' | 'sky'
  frames: number
  seed: number
}

/** A frame and where the card stands in it. */
export interface SurfaceFrame {
  frame: Image
  quad: Quad
}

type Vector = readonly [number, number, number]

/** Films a card, or a print of its picture, in a hand: light mirrored by the law of reflection, a hologram by that of gratings. */
export function filmASurface(picture: Image, filming: SurfaceFilming): SurfaceFrame[] {
  const random = seededRandom(filming.seed, 'surface')
  const lamp: Vector = [random.between(-2, 2), random.between(-2.5, -0.5), -random.between(3, 5)]
  const phase = random.between(0, 6.28)
  return Array.from({ length: filming.frames }, (_, index) => {
    const moment = phase + (2 * Math.PI * index) / filming.frames
    const pose = {
      yaw: (filming.tiltDegrees * Math.sin(moment) * Math.PI) / 180,
      pitch: (filming.tiltDegrees * Math.cos(1.3 * moment) * Math.PI) / 180,
    }
    return shoot(picture, { filming, pose, lamp, random })
  })
}

interface Shot {
  filming: SurfaceFilming
  pose: { yaw: number; pitch: number }
  lamp: Vector
  random: Random
}

function shoot(picture: Image, { filming, pose, lamp, random }: Shot): SurfaceFrame {
  const aspect = picture.height / picture.width
  const corner = (across: number, down: number) => project(turn([across, down * aspect, 0], pose))
  const quad: Quad = [corner(-0.5, -0.5), corner(0.5, -0.5), corner(0.5, 0.5), corner(-0.5, 0.5)]
  const onto = inverseOf(homographyOntoQuad({ width: 1, height: 1 }, quad))
  const toCard = (x: number, y: number) => mapPoint(onto, { x, y })
  const data = new Uint8Array(FRAME.width * FRAME.height * 3)
  for (let y = 0, at = 0; y < FRAME.height; y++) {
    for (let x = 0; x < FRAME.width; x++, at += 3) {
      const place = toCard(x + 0.5, y + 0.5)
      const isOn = place.x >= 0 && place.y >= 0 && place.x < 1 && place.y < 1
      const light = isOn ? lightAt(picture, { filming, pose, lamp }, place) : DESK
      for (let channel = 0; channel < 3; channel++) {
        data[at + channel] = Math.max(0, Math.min(255, light[channel] + NOISE_LEVELS * random.normal()))
      }
    }
  }
  return { frame: { data, ...FRAME }, quad }
}

/** The light of a place of the card, in shares of its width and height: what its print does and what it mirrors, levels. */
function lightAt(
  picture: Image,
  { filming, pose, lamp }: Omit<Shot, 'random'>,
  { x: u, y: v }: Point,
): readonly number[] {
  const from = (Math.floor(v * picture.height) * picture.width + Math.floor(u * picture.width)) * 3
  const point = turn([u - 0.5, ((v - 0.5) * picture.height) / picture.width, 0], pose)
  const [normal, grating] = [turn([0, 0, -1], pose), turn(GRATING, pose)]
  const light = mirrored({ filming, point, normal, grating, lamp }, { u, v })
  return light.map((share, channel) => PAPER * picture.data[from + channel] + 255 * share)
}

interface Ray {
  filming: SurfaceFilming
  point: Vector
  normal: Vector
  grating: Vector
  lamp: Vector
}

/** The light that a place of a surface sends to the camera beside what its print does, of white paper. */
function mirrored({ filming, point, normal, grating, lamp }: Ray, { u, v }: { u: number; v: number }) {
  if (filming.light === 'sky') return [0.02, 0.02, 0.02]
  const [view, light] = [unit(minus(CAMERA, point)), unit(minus(lamp, point))]
  const half = unit([view[0] + light[0], view[1] + light[1], view[2] + light[2]])
  const off = (Math.acos(Math.min(1, dot(half, normal))) * 180) / Math.PI
  const { strength, spreadDegrees } = GLOSS[filming.surface]
  const gloss = strength * Math.exp(-((off / spreadDegrees) ** 2))
  const isHologram =
    filming.surface === 'card' &&
    u > HOLOGRAM.left &&
    u < HOLOGRAM.right &&
    v > HOLOGRAM.top &&
    v < HOLOGRAM.bottom
  if (!isHologram) return [gloss, gloss, gloss]
  const path = Math.abs(dot([view[0] + light[0], view[1] + light[1], view[2] + light[2]], grating))
  return COLOURS_NM.map((colour) => {
    const orders = [1, 2].map((order) =>
      Math.exp(-((((HOLOGRAM.pitchNm * path) / order - colour) / FILTER_NM) ** 2)),
    )
    return gloss + HOLOGRAM.strength * Math.max(...orders)
  })
}

function turn([x, y, z]: Vector, { yaw, pitch }: Shot['pose']): Vector {
  const [x1, z1] = [x * Math.cos(yaw) + z * Math.sin(yaw), z * Math.cos(yaw) - x * Math.sin(yaw)]
  return [x1, y * Math.cos(pitch) - z1 * Math.sin(pitch), y * Math.sin(pitch) + z1 * Math.cos(pitch)]
}

function project([x, y, z]: Vector): Point {
  const scale = (CARD_WIDTH * CAMERA[2]) / (CAMERA[2] - z)
  return { x: FRAME.width / 2 + x * scale, y: FRAME.height / 2 + y * scale }
}

function minus(a: Vector, b: Vector): Vector {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

function unit(vector: Vector): Vector {
  const length = Math.hypot(...vector)
  return [vector[0] / length, vector[1] / length, vector[2] / length]
}
