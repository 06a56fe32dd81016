import type { Image } from '../../../domain/image.ts'
import { drawPerson } from './draw-person.ts'
import type { Person } from './person.ts'

/** Size of a portrait in pixels: 35 by 45 mm (ICAO 9303-3 §3.9) at about 290 dots an inch. */
const PORTRAIT_SIZE = { width: 400, height: 514 }
/** Share of the portrait's height that the head takes (ICAO 9303-3 §3.9.1: 70-80 %). */
const HEAD_SHARE = 0.72

const drawn = new WeakMap<Person, Image>()

/** Draws the photo for a person's documents: frontal, evenly lit, in front of a plain wall. */
export function drawPortrait(person: Person): Image {
  const known = drawn.get(person)
  if (known) return known
  const portrait = drawPerson(person, {
    ...PORTRAIT_SIZE,
    headShare: HEAD_SHARE,
    backdrop: 'plain',
    grain: 0.006,
    light: { from: [-0.15, 0.35, 1], key: 0.85, fill: 0.6, warmth: 0 },
  })
  drawn.set(person, portrait)
  return portrait
}
