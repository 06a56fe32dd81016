import type { Image } from '../../../../domain/image.ts'
import { type Random, seededRandom } from '../../../../test/people/random.ts'

/** What happens to cards and pages that are carried about. */
export type Damage = 'crease' | 'tear' | 'stain' | 'wear'

/** Every damage. */
export const DAMAGES: readonly Damage[] = ['crease', 'tear', 'stain', 'wear']

/** Sizes in shares of the card's width: an ID-1 card is 85.6 mm wide. */
const CREASE = { ridge: 0.004, slope: 0.06, leanDegrees: 25, broken: 0.45 }
const TEAR = { long: [0.15, 0.3], gap: 0.012, fibre: 0.014, wander: 0.02 } as const
const STAIN = { radius: [0.1, 0.18], rim: 0.008, wander: 0.25 } as const
const WEAR = { patches: 14, radius: [0.02, 0.06] } as const
/** How much light a fold takes from the side that turns away, gives to the other, and to its whitened ridge, levels. */
const SHADE = { away: -0.16, towards: 0.09, ridge: 95 }
/** What coffee lets through of red, green and blue; its rim is where most of it dried (Deegan et al., Nature 389:827, 1997). */
const COFFEE = [0.86, 0.74, 0.55] as const
const RIM_MORE = 0.75
/** The bare core of a card or page under its print, levels, and how much of the print is gone in a rubbed patch. */
const CORE = [232, 230, 224] as const
const RUBBED = 0.8
/** A table that shows through a tear, levels. */
const TABLE = [92, 84, 76] as const

/**
 * A flat card with a damage as it looks in light from one side. A fold turns one half away from the light and the other towards it,
 * whitens along its ridge, where the print breaks. A tear is a gap that wanders in from the rim with white fibre beside it. A stain lets
 * less blue through than red and is darkest at its rim. Wear rubs print off down to the core, in patches.
 */
export function drawDamage(card: Image, { damage, seed }: { damage: Damage; seed: number }): Image {
  const random = seededRandom(seed, damage)
  switch (damage) {
    case 'crease':
      return crease(card, random)
    case 'tear':
      return tear(card, random)
    case 'stain':
      return stain(card, random)
    case 'wear':
      return wear(card, random)
  }
}

/** A place of the card: shares of its width from its upper left corner. */
type Paint = (place: { u: number; v: number }, levels: readonly number[]) => readonly number[]

function paint({ data, width, height }: Image, change: Paint): Image {
  const painted = new Uint8Array(data.length)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 3) {
      const levels = change({ u: x / width, v: y / width }, [data[i], data[i + 1], data[i + 2]])
      for (let c = 0; c < 3; c++) painted[i + c] = Math.max(0, Math.min(255, levels[c]))
    }
  }
  return { data: painted, width, height }
}

function crease(card: Image, random: Random): Image {
  const lean = (random.between(-1, 1) * CREASE.leanDegrees * Math.PI) / 180
  const middle = { u: random.between(0.3, 0.7), v: card.height / card.width / 2 }
  const jitter = wandering(random, 40)
  return paint(card, ({ u, v }, levels) => {
    const along = (v - middle.v) * Math.cos(lean) - (u - middle.u) * Math.sin(lean)
    const off = (u - middle.u) * Math.cos(lean) + (v - middle.v) * Math.sin(lean)
    const near = Math.exp(-((off / CREASE.slope) ** 2) / 2)
    const light = 1 + near * (off < 0 ? SHADE.towards : SHADE.away)
    const ridge = Math.exp(-((off / CREASE.ridge) ** 2) / 2) * (jitter(along) > CREASE.broken - 1 ? 1 : 0.3)
    return levels.map((level) => level * light + SHADE.ridge * ridge)
  })
}

function tear(card: Image, random: Random): Image {
  const long = random.between(...TEAR.long)
  const from = random.between(0.2, 0.8)
  const isBelow = random.between(0, 1) < 0.5
  const way = wandering(random, 30)
  const tall = card.height / card.width
  return paint(card, ({ u, v }, levels) => {
    const inward = isBelow ? tall - v : v
    if (inward > long) return levels
    const off = u - from - TEAR.wander * way(inward)
    const gap = TEAR.gap * (1 - inward / long)
    if (Math.abs(off) < gap / 2) return TABLE
    return off > 0 && off < gap / 2 + TEAR.fibre * (1 - inward / long) ? CORE : levels
  })
}

function stain(card: Image, random: Random): Image {
  const [u0, v0] = [random.between(0.25, 0.75), random.between(0.2, 0.45)]
  const radius = random.between(...STAIN.radius)
  const outline = wandering(random, 4)
  return paint(card, ({ u, v }, levels) => {
    const turn = Math.atan2(v - v0, u - u0) / (2 * Math.PI)
    const edge = radius * (1 + STAIN.wander * outline(Math.abs(turn)))
    const off = Math.hypot(u - u0, v - v0) - edge
    if (off > 3 * STAIN.rim) return levels
    const inside = 1 / (1 + Math.exp(off / (STAIN.rim / 3)))
    const rim = Math.exp(-((off / STAIN.rim) ** 2) / 2)
    return levels.map((level, c) => level * COFFEE[c] ** (inside + RIM_MORE * rim))
  })
}

function wear(card: Image, random: Random): Image {
  const tall = card.height / card.width
  const patches = Array.from({ length: WEAR.patches }, () => ({
    u: random.between(0, 1),
    v: random.between(0, tall),
    radius: random.between(...WEAR.radius),
  }))
  const grain = wandering(random, 160)
  return paint(card, ({ u, v }, levels) => {
    const near = Math.max(...patches.map((one) => 1 - Math.hypot(u - one.u, v - one.v) / one.radius))
    if (near <= 0) return levels
    const gone = RUBBED * Math.min(1, near * 3) * (grain(u + v * 0.37) > -0.5 ? 1 : 0.4)
    return levels.map((level, c) => level * (1 - gone) + CORE[c] * gone)
  })
}

/** A smooth way between random points, -1 to 1, `steps` of them to a width. */
function wandering(random: Random, steps: number): (at: number) => number {
  const points = Array.from({ length: 4 * steps + 4 }, () => random.between(-1, 1))
  return (at) => {
    const place = (at + 1) * steps
    const i = Math.max(0, Math.min(points.length - 2, Math.floor(place)))
    const share = place - Math.floor(place)
    return points[i] * (1 - share) + points[i + 1] * share
  }
}
