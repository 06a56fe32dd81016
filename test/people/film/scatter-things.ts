import { seededRandom } from '../random.ts'
import type { LightFrame } from './light-frame.ts'

/** Sides of papers, books and pens, shares of the frame's width. */
const LENGTHS = { from: 0.12, to: 0.7 }
const BREADTHS = { from: 0.02, to: 0.4 }
/** Every so many px of a printed thing is a line of print. */
const LINE_SPACING = 13

/** Lays things with straight edges on a desk, turned any way: what a card is mistaken for. */
export function scatterThings(frame: LightFrame, { count, seed }: { count: number; seed: number }): void {
  const random = seededRandom(seed, 'things')
  for (let thing = 0; thing < count; thing++) {
    const angle = random.between(0, Math.PI)
    lay(frame, {
      x: random.between(0, frame.width),
      y: random.between(0, frame.height),
      across: Math.cos(angle),
      down: Math.sin(angle),
      length: (frame.width * random.between(LENGTHS.from, LENGTHS.to)) / 2,
      breadth: (frame.width * random.between(BREADTHS.from, BREADTHS.to)) / 2,
      color: [random.between(0.1, 0.95), random.between(0.1, 0.95), random.between(0.1, 0.95)],
      isPrinted: random.uniform() < 0.5,
    })
  }
}

interface Thing {
  x: number
  y: number
  /** Direction of its length. */
  across: number
  down: number
  length: number
  breadth: number
  color: [number, number, number]
  isPrinted: boolean
}

function lay(frame: LightFrame, thing: Thing): void {
  for (let y = 0, at = 0; y < frame.height; y++) {
    for (let x = 0; x < frame.width; x++, at += 3) {
      const light = lightAt(thing, x - thing.x, y - thing.y)
      if (light === null) continue
      for (let channel = 0; channel < 3; channel++) frame.data[at + channel] = thing.color[channel] * light
    }
  }
}

/** How light a thing is at a place from its middle; null beside it. */
function lightAt({ across, down, length, breadth, isPrinted }: Thing, x: number, y: number): number | null {
  const along = x * across + y * down
  const aside = y * across - x * down
  if (Math.abs(along) > length || Math.abs(aside) > breadth) return null
  const isLine = isPrinted && Math.floor(aside) % LINE_SPACING === 0 && Math.floor(along / 7) % 3 !== 0
  return isLine ? 0.4 : 1
}
