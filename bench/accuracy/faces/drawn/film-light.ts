import type { LightColour } from '../../../../domain/faces/light.ts'
import { LIGHT_COLOURS } from '../../../../domain/faces/light.ts'
import type { Image } from '../../../../domain/image.ts'
import { seededRandom } from '../../../../test/people/random.ts'
import { FRAME_MS, openLitCamera } from './lit-camera.ts'
import type { LitStage } from './lit-stage.ts'

/** How colours are shown and filmed. */
export interface LightFilming {
  order: readonly LightColour[]
  /** Light of the room, lux. */
  roomLux: number
  seed: number
}

/** A film of colours, as the server gets it. */
export interface LightFilm {
  shown: { colour: LightColour; fromMs: number }[]
  frames: { image: Image; timeMs: number }[]
}

/** What a screen added to the light on the person of a film that is played. */
const PLAYED_SHARE = 0.12
/** Judged frames of one colour. */
const COLOUR_FRAMES = 4
/** Frames before and after the colours. */
const [BEFORE, AFTER] = [1, 2]
/** From asking to seeing: network, screen, camera, network; the fade of the page. */
const DELAY_MS = { from: 180, to: 380 }
const FADE_MS = 200

/** Films a stage while a screen shows colours. */
export async function filmLight(stage: LitStage, { order, roomLux, seed }: LightFilming): Promise<LightFilm> {
  const delayMs = drawDelay(seed)
  const shown = order.map((colour, i) => ({ colour, fromMs: (BEFORE + i * COLOUR_FRAMES) * FRAME_MS }))
  const count = BEFORE + order.length * COLOUR_FRAMES + AFTER
  const endMs = (count - 1) * FRAME_MS
  const camera = openLitCamera({ roomLux, seed })
  const frames: LightFilm['frames'] = []
  for (let i = 0; i < count; i++) {
    const timeMs = (i + 1) * FRAME_MS
    const played = shown.map((one, c) => ({ ...one, colour: stage.plays?.order[c] ?? one.colour }))
    const light = {
      screen: screenAt(shown, { timeMs: timeMs - delayMs, endMs }),
      played: screenAt(played, { timeMs: timeMs - delayMs, endMs }).map((level) => level * PLAYED_SHARE),
    }
    frames.push({ image: await camera.shoot(stage, light), timeMs })
  }
  return { shown, frames }
}

/** From asking to seeing, ms: the same in all of a scene. */
export function drawDelay(seed: number): number {
  return seededRandom(seed, 'light').between(DELAY_MS.from, DELAY_MS.to)
}

/** Light of the screen in each colour, 0-1, in the middle of fades too; the last colour goes at the end. */
export function screenAt(
  shown: LightFilm['shown'],
  { timeMs, endMs }: { timeMs: number; endMs: number },
): number[] {
  return LIGHT_COLOURS.map((colour) => {
    const levels = shown.map((one, i) => {
      if (one.colour !== colour) return 0
      const rising = (timeMs - one.fromMs) / FADE_MS
      const falling = 1 - (timeMs - (shown[i + 1]?.fromMs ?? endMs)) / FADE_MS
      return Math.max(0, Math.min(1, rising, falling))
    })
    return Math.max(0, ...levels)
  })
}
