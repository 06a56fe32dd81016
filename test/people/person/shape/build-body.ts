import { mix, rise } from '../../curve.ts'
import type { Person } from '../person.ts'
import { makeSheet, type Part } from './part.ts'

/** Shoulders and neck turn this share of the head's turn. */
const BODY_FOLLOW = 0.15
/** Half widths by build, centimetres. */
const NECK_RADIUS = { slight: 5, strong: 6 }
const SHOULDER_RADIUS = { slight: 19, strong: 23 }
const EAR_HALF = { thickness: 0.55, height: 2.9, depth: 1.7 }
/** Half the angle that hanging hair leaves open round the face, radians. */
const FACE_OPENING = 0.74

/** One ear; `side` is -1 on the image's left, 1 on its right. */
export function buildEar(person: Person, side: -1 | 1): Part {
  const distance = 7.65 * (1 + 0.035 * person.shape.width) + 0.25
  return makeSheet({
    rows: 10,
    columns: 14,
    material: 'skin',
    at: (across, along) => {
      const round = -2 * Math.PI * across * side
      const slope = Math.PI * along
      const thick = EAR_HALF.thickness * Math.cos(slope)
      const up = EAR_HALF.height * Math.sin(slope) * Math.cos(round)
      const back = EAR_HALF.depth * Math.sin(slope) * Math.sin(round)
      const flare = 0.45 * rise(0, -2, back)
      return [side * (distance + thick * side + flare), 0.6 + up * (up > 0 ? 1 : 0.8), -3.3 + back - 0.2 * up]
    },
  })
}

/** The neck, widening into the shoulders under the collar. */
export function buildNeck({ build }: Person): Part {
  const radius = NECK_RADIUS[build]
  return makeSheet({
    rows: 12,
    columns: 32,
    material: 'neck',
    follow: BODY_FOLLOW,
    at: (across, along) => {
      const round = Math.PI * (1 - 2 * across)
      const widening = 1 + 0.9 * rise(0.5, 1.1, along)
      return [
        Math.sin(round) * radius * widening,
        mix(-4, -19, along),
        -5 + Math.cos(round) * radius * 0.95 * widening - 1.5 * along,
      ]
    },
  })
}

/** Collar and shoulders of the clothes. */
export function buildShirt({ build }: Person): Part {
  return makeSheet({
    rows: 18,
    columns: 48,
    material: 'shirt',
    follow: BODY_FOLLOW,
    at: (across, along) => {
      const round = Math.PI * (1 - 2 * across)
      const spread = Math.sin((Math.min(1, along * 1.5) * Math.PI) / 2)
      const rim = 0.35 * rise(0.09, 0.02, along)
      return [
        Math.sin(round) * (mix(5.6, SHOULDER_RADIUS[build], spread ** 0.9) + rim),
        -14.4 - 14 * along ** 2.2 - 2.5 * along - 1.2 * Math.cos(round) * (1 - along) + rim,
        -6 + Math.cos(round) * (mix(5.8, 10, spread) + rim),
      ]
    },
  })
}

/** Hair that hangs round the head to the shoulders, open at the face. */
export function buildMane({ seed }: Person): Part {
  return makeSheet({
    rows: 22,
    columns: 64,
    material: 'mane',
    at: (across, along) => {
      const round = mix(FACE_OPENING, 2 * Math.PI - FACE_OPENING, across)
      const waves = 0.025 * Math.sin(round * 9 + seed) + 0.02 * Math.sin(round * 17 + along * 6)
      const swell = 1.06 + 0.1 * Math.sin(along * 3) + 0.05 * along + waves
      return [
        Math.sin(round) * -8.2 * swell * (1 - 0.55 * rise(0.35, 0, along)),
        11 - 27 * along,
        -4.6 + Math.cos(round) * 8.3 * swell * (1 - 0.5 * rise(0.3, 0, along)),
      ]
    },
  })
}
