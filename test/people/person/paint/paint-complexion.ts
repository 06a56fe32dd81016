import { hill, mix, rise } from '../../curve.ts'
import { valueNoise } from '../../noise.ts'
import type { Person, SkinPaint } from '../person.ts'
import { type Color, filterColor, shadeColor } from './color.ts'
import type { Paint, Spot } from './spot.ts'

/** What blood under the skin does to its colour. */
const BLOOD: Color = [1.05, 0.79, 0.76]

/** Pores, blood, light and dark areas, folds, freckles and moles of a person's skin. */
export function complexionPaint(person: Person): Paint {
  const { skin, seed } = person
  return (below, spot) => {
    const blood = bloodShare(skin, spot)
    const filter: Color = [mix(1, BLOOD[0], blood), mix(1, BLOOD[1], blood), mix(1, BLOOD[2], blood)]
    const brightness =
      pores(seed * 13, spot) * patches(skin, spot) * folds(skin, spot) * nostrils(spot) * marks(person, spot)
    return shadeColor(filterColor(below, filter), brightness)
  }
}

function bloodShare(skin: SkinPaint, { x, y, out }: Spot): number {
  const cheeks = hill(out - 4.6, 1.8) * hill(y + 0.9, 1.5)
  const noseTip = hill(x, 1.3) * hill(y + 0.8, 1.1)
  return (0.25 + 0.45 * skin.blush) * (cheeks + 0.7 * noseTip)
}

function pores(offset: number, { x, y }: Spot): number {
  const large = valueNoise(x * 0.8 + offset, y * 0.8)
  const middle = valueNoise(x * 5, y * 5 + offset)
  const fine = valueNoise(x * 16 + offset, y * 16) - 0.5
  return 0.93 + 0.08 * large + 0.05 * middle + 0.07 * fine
}

function patches(skin: SkinPaint, { y, out }: Spot): number {
  let brightness = 1
  for (const patch of skin.patches) {
    brightness *=
      1 + patch.strength * hill(out - patch.x, patch.halfWidth) * hill(y - patch.y, patch.halfHeight)
  }
  return brightness
}

/** Shadows that the coarse mesh does not cast by itself. */
function folds(skin: SkinPaint, { x, y, out }: Spot): number {
  const socket = 0.26 * skin.socketShade * hill(out - 2.1, 1.1) * hill(y - 3.5, 0.8)
  const bag = (0.1 + 0.22 * skin.bags) * hill(out - 2.8, 1.4) * hill(y - 1.55, 0.35)
  const lid = 0.14 * hill(out - 3.2, 1.7) * hill(y - 3.4, 0.5)
  const wing = 0.3 * hill(out - 1.75, 0.22) * hill(y + 1.5, 0.75)
  const underNose = 0.35 * hill(x, 1.1) * hill(y + 2.45, 0.3)
  const flank = 0.12 * hill(out - 1.1, 0.5) * hill(y - 1.4, 1.8)
  const ridge = 0.09 * hill(x, 0.35) * hill(y - 0.8, 2)
  const smileLine =
    (0.1 + 0.28 * skin.age) *
    hill(out - 2.5 - (-1.6 - y) * 0.38, 0.16) *
    rise(-4.3, -3.2, y) *
    rise(-1.2, -2, y)
  const underLip = 0.22 * hill(x, 1.5) * hill(y + 6.15, 0.35)
  const philtrum = 0.14 * hill(x, 0.22) * hill(y + 2.9, 0.6)
  const dark = (1 - socket - bag - lid) * (1 - wing - underNose - flank + ridge)
  return dark * (1 - smileLine - underLip - philtrum) * (1 - foreheadLines(skin, x, y))
}

function foreheadLines(skin: SkinPaint, x: number, y: number): number {
  const where = rise(5.3, 6, y) * rise(8, 7, y) * rise(4.5, 2, Math.abs(x))
  return skin.age * 0.15 * where * Math.max(0, Math.sin(y * 7 + 0.4 * Math.sin(x * 1.1))) ** 4
}

function nostrils({ y, out }: Spot): number {
  return mix(1, 0.06, hill(out - 0.72, 0.4) * hill(y + 2.02 - 0.1 * out, 0.17))
}

function marks({ skin, seed }: Person, { x, y, out }: Spot): number {
  let brightness = 1
  if (skin.freckles > 0 && out < 6) {
    const spots = rise(0.74, 0.85, valueNoise(x * 6 + seed * 13, y * 6))
    brightness *= 1 - 0.4 * skin.freckles * spots * hill(x, 5) * hill(y - 0.3, 2.4)
  }
  for (const mole of skin.moles) {
    const distance = Math.sqrt((x - mole.x) ** 2 + (y - mole.y) ** 2)
    brightness *= 1 - 0.65 * rise(mole.radius, mole.radius * 0.5, distance)
  }
  return brightness
}
