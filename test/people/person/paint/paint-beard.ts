import { clamp, rise } from '../../curve.ts'
import { valueNoise } from '../../noise.ts'
import type { Person } from '../person.ts'
import { canonicalMesh } from '../shape/canonical-mesh.ts'
import { LIPS_OUTER } from '../shape/landmarks.ts'
import { mixColors, shadeColor } from './color.ts'
import { polygonDistance } from './polygon-distance.ts'
import type { Paint, Spot } from './spot.ts'

/** Least density of a moustache that is worn at all. */
const MOUSTACHE_DENSITY = 0.7

/** Beard and moustache, kept off the lips; no change for people without. */
export function beardPaint(person: Person): Paint {
  const { hair } = person
  if (hair.beard === 0 && hair.moustache === 'none') return (below) => below
  const lips = LIPS_OUTER.map((i) => canonicalMesh().points[i])
  const offset = person.seed * 13
  return (below, spot) => {
    const density = Math.max(hair.beard * beardShare(spot), moustacheDensity(person, spot))
    if (density <= 0.01) return below
    const isNearLips = spot.out < 4 && spot.y < -2 && spot.y > -7.5
    const fromLips = isNearLips ? polygonDistance(lips, spot.x, spot.y) : 1
    if (fromLips <= 0) return below
    const strands = 0.35 + 0.75 * valueNoise(spot.x * 14, spot.y * 7 + offset)
    const color = shadeColor(hair.color, 0.5 + valueNoise(spot.x * 9 + offset, spot.y * 4))
    return mixColors(below, color, clamp(density * strands * rise(0, 0.2, fromLips)))
  }
}

function beardShare({ x, y, out }: Spot): number {
  const slope = 0.2 * Math.max(0, 7.4 - out) ** 1.15
  const jaw = rise(-1.2 - slope, -2.6 - slope, y) * rise(1.9, 3, Math.sqrt((x * 0.62) ** 2 + (y + 4.3) ** 2))
  const chin = rise(-5.9, -6.6, y) * rise(2.6, 1.4, out)
  return Math.max(jaw, chin)
}

function moustacheDensity({ hair }: Person, { y, out }: Spot): number {
  if (hair.moustache === 'none') return 0
  const where = rise(2.9, 2.3, out) * rise(-2.5, -2.8, y) * rise(-4.6, -3.9, y)
  return Math.max(hair.beard, MOUSTACHE_DENSITY) * where
}
