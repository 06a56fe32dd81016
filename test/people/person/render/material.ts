import { rise } from '../../curve.ts'
import { valueNoise } from '../../noise.ts'
import { type Color, mixColors, shadeColor } from '../paint/color.ts'
import { type SkinTexture, skinColorAt } from '../paint/paint-skin.ts'
import type { Person } from '../person.ts'
import type { Part } from '../shape/part.ts'
import type { Vector } from '../shape/vector.ts'

/** What a place of a surface looks like before light falls on it. */
export interface Look {
  color: Color
  /** Strength of highlights, 0-1. */
  shine: number
  /** How far light reaches round the edge into the shade, 0-1. */
  softness: number
  /** Added to the normal: strands and weave. */
  unevenness: Vector
}

const SMOOTH: Vector = [0, 0, 0]
const SKIN_SHINE = 0.07
const SKIN_SOFTNESS = 0.25
/** The skull is as light as the painted face; ears and neck lie in the shade of head and hair. */
const PART_LIGHT = { skull: 1.04, ear: 0.96, neck: 0.8 }
const WIRE_COLORS: Record<'round' | 'square', Color> = {
  round: [0.25, 0.2, 0.12],
  square: [0.015, 0.012, 0.012],
}

/** The look of a part at a rest position; `isPainted` where the skin texture lies. */
export function lookAt(
  model: { person: Person; texture: SkinTexture },
  part: Part,
  place: { rest: Vector; isPainted: boolean },
): Look {
  const { person, texture } = model
  const { rest } = place
  switch (part.material) {
    case 'face': {
      const color = place.isPainted ? skinColorAt(texture, rest[0], rest[1]) : bareSkin(person, rest, 'skull')
      return skinLook(place.isPainted ? color : sideBeard(person, rest, color))
    }
    case 'skin':
      return skinLook(bareSkin(person, rest, 'ear'))
    case 'neck':
      return skinLook(bareSkin(person, rest, 'neck'))
    case 'shirt':
      return shirtLook(person, rest)
    case 'frame': {
      const color = WIRE_COLORS[person.glasses === 'square' ? 'square' : 'round']
      return { color, shine: 0.5, softness: SKIN_SOFTNESS, unevenness: SMOOTH }
    }
    default:
      return hairLook(person, rest)
  }
}

function skinLook(color: Color): Look {
  return { color, shine: SKIN_SHINE, softness: SKIN_SOFTNESS, unevenness: SMOOTH }
}

function bareSkin({ skin }: Person, rest: Vector, where: keyof typeof PART_LIGHT): Color {
  const mottled = 0.9 + 0.1 * valueNoise(rest[0] * 3, rest[1] * 3, rest[2] * 3)
  return shadeColor(skin.color, mottled * PART_LIGHT[where])
}

/** The beard goes on from the painted face along the jaw. */
function sideBeard({ hair }: Person, rest: Vector, color: Color): Color {
  if (hair.beard < 0.3 || rest[1] > -2) return color
  return mixColors(color, hair.color, hair.beard * 0.6 * rise(-2, -4, rest[1]) * rise(-7, -3, rest[2]))
}

function shirtLook({ clothes }: Person, rest: Vector): Look {
  const folds = 0.82 + 0.3 * valueNoise(rest[0] * 0.5, rest[1] * 0.4, rest[2] * 0.5)
  const weave = 0.96 + 0.08 * valueNoise(rest[0] * 12, rest[1] * 12, rest[2] * 12)
  return { color: shadeColor(clothes, folds * weave), shine: 0, softness: SKIN_SOFTNESS, unevenness: SMOOTH }
}

function hairLook({ hair }: Person, rest: Vector): Look {
  const strand = valueNoise(rest[0] * 9 + rest[2] * 4, rest[1] * 0.7, rest[2] * 7)
  const lock = valueNoise(rest[0] * 2, rest[1] * 0.3, rest[2] * 2)
  const color = shadeColor(hair.color, 0.35 + 0.8 * strand + 0.5 * lock)
  return {
    color: [color[0] + 0.004, color[1] + 0.004, color[2] + 0.004],
    shine: 0.12 * strand,
    softness: 0.1,
    unevenness: [0.5 * (strand - 0.5), 0, 0.5 * (lock - 0.5)],
  }
}
