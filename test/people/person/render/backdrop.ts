import { clamp, mix, rise } from '../../curve.ts'
import { seededRandom } from '../../random.ts'

/** Linear light of a picture, three numbers a sample, rows from the top. */
export interface LightField {
  data: Float32Array
  width: number
  height: number
}

const PLAIN_WALL = [0.6, 0.62, 0.64]
/** Things against the wall: how many, and how soft the defocused camera shows their edges. */
const THING_COUNT = 7
const EDGE_SOFTNESS = 0.1

/** The last painted backdrop: the frames of a film have the same. */
let last: { key: string; field: LightField } | null = null

/** Paints what is behind a person: a plain wall, or a room out of focus that a seed decides. */
export function paintBackdrop(size: { width: number; height: number }, scene: number | 'plain'): LightField {
  const key = `${scene} ${size.width} ${size.height}`
  if (last?.key !== key) last = { key, field: paint(size, scene) }
  return { ...last.field, data: last.field.data.slice() }
}

function paint(size: { width: number; height: number }, scene: number | 'plain'): LightField {
  const { width, height } = size
  const data = new Float32Array(width * height * 3)
  const brightness = scene === 'plain' ? plainBrightness : roomBrightness(scene)
  const wall = scene === 'plain' ? PLAIN_WALL : wallColor(scene)
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const light = brightness(column / width, row / height)
      const at = (row * width + column) * 3
      for (let channel = 0; channel < 3; channel++) data[at + channel] = wall[channel] * light
    }
  }
  return { data, width, height }
}

function plainBrightness(x: number, y: number): number {
  return 1 - 0.2 * y + 0.06 * (x - 0.5)
}

function wallColor(scene: number): number[] {
  const random = seededRandom(scene, 'wall')
  const grey = random.between(0.14, 0.34)
  return [0.07, 0.05, 0.03].map((warmth) => grey + warmth + 0.1 * random.uniform())
}

/** Shelves, doors and frames as soft rectangles. */
function roomBrightness(scene: number): (x: number, y: number) => number {
  const random = seededRandom(scene, 'room')
  const things = Array.from({ length: THING_COUNT }, () => ({
    x: random.uniform(),
    y: random.uniform(),
    halfWidth: random.between(0.05, 0.22),
    halfHeight: random.between(0.1, 0.45),
    brightness: random.between(0.6, 1.35),
  }))
  return (x, y) => {
    let light = 1 - 0.25 * y + 0.2 * (x - 0.5)
    for (const thing of things) {
      const reach = Math.max(
        Math.abs(x - thing.x) / thing.halfWidth,
        Math.abs(y - thing.y) / thing.halfHeight,
      )
      light *= mix(1, thing.brightness, rise(1 + EDGE_SOFTNESS, 1 - EDGE_SOFTNESS, reach))
    }
    return clamp(light, 0.05, 2)
  }
}
