import type { LightColour } from '../../../../domain/faces/light.ts'
import { LIGHT_COLOURS } from '../../../../domain/faces/light.ts'
import type { Image } from '../../../../domain/image.ts'
import { compressFrame } from '../../../../test/people/film/compress-frame.ts'
import type { LightField } from '../../../../test/people/person/render/backdrop.ts'
import { develop } from '../../../../test/people/person/render/develop.ts'
import { seededRandom } from '../../../../test/people/random.ts'

/** What stands before the camera. */
export interface LitStage {
  room: LightField
  /** What the screen before it adds; of what the room lights, in a light as strong as the room's. */
  screen: LightField
  litBy: 'room' | 'itself'
  /** What a film that it plays shows besides: a person who was lit in another order. */
  plays?: { screen: LightField; order: readonly LightColour[] }
}

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
/** Light of a phone's screen on a face: 200 candela a square metre over 0.7 of 95 cm² from 33 cm. */
const SCREEN_LUX = 12
/** Judged frames come about seven a second; four of them are one colour. */
const FRAME_MS = 140
const COLOUR_FRAMES = 4
/** Frames before and after the colours. */
const [BEFORE, AFTER] = [1, 2]
/** From asking to seeing: network, screen, camera, network; the fade of the page. */
const DELAY_MS = { from: 180, to: 380 }
const FADE_MS = 200
/** Level of the face that exposure aims at, linear, and how far white balance aims at grey; each follows with its own lag. */
const CAMERA = { exposureTarget: 0.28, exposureLagMs: 600, balanceShare: 0.5, balanceLagMs: 1500 }
/** Where the face is in the frame. */
const FACE = { left: 0.4, right: 0.6, top: 0.3, bottom: 0.72 }
/** Noise of a sensor in 200 lux, share of full white; it grows with the root of the gain. */
const GRAIN = { at200Lux: 0.014, least: 0.006, most: 0.05 }
/** How far a hand sways, px. */
const SWAY_PX = 4
/** JPEG quality that leaves about what VP8 leaves at the bitrate of the capture app. */
const QUALITY = 55

/**
 * Films a stage while a screen shows colours: light adds up in linear values, the camera follows with its exposure and its
 * white balance, a hand sways, the sensor makes noise, 8 bits and a codec round.
 */
export async function filmLight(stage: LitStage, { order, roomLux, seed }: LightFilming): Promise<LightFilm> {
  const random = seededRandom(seed, 'light')
  const delayMs = random.between(DELAY_MS.from, DELAY_MS.to)
  const shown = order.map((colour, i) => ({ colour, fromMs: (BEFORE + i * COLOUR_FRAMES) * FRAME_MS }))
  const count = BEFORE + order.length * COLOUR_FRAMES + AFTER
  const camera = makeCamera()
  const frames: LightFilm['frames'] = []
  for (let i = 0; i < count; i++) {
    const timeMs = (i + 1) * FRAME_MS
    const share = stage.litBy === 'room' ? SCREEN_LUX / roomLux : 1
    const levels = screenAt(shown, timeMs - delayMs).map((level) => level * share)
    const played = shown.map((one, c) => ({ ...one, colour: stage.plays?.order[c] ?? one.colour }))
    const playedLevels = screenAt(played, timeMs - delayMs).map((level) => level * PLAYED_SHARE)
    const sway = [Math.sin(i * 0.9 + seed) * SWAY_PX, Math.sin(i * 0.7 + 2 * seed) * SWAY_PX].map(Math.round)
    const field = camera.expose(light(stage, { levels, playedLevels, sway }))
    const picture = develop(field, { samplesPerSide: 1, grain: grainAt(roomLux), seed: seed * 100 + i })
    frames.push({ image: await compressFrame(picture, QUALITY), timeMs })
  }
  return { shown, frames }
}

function grainAt(roomLux: number): number {
  return Math.min(GRAIN.most, Math.max(GRAIN.least, GRAIN.at200Lux * Math.sqrt(200 / roomLux)))
}

/** Light of the screen in each colour, 0-1, in the middle of fades too. */
function screenAt(shown: LightFilm['shown'], timeMs: number): number[] {
  return LIGHT_COLOURS.map((colour) => {
    const levels = shown.map((one, i) => {
      const endMs = shown[i + 1]?.fromMs ?? one.fromMs + (COLOUR_FRAMES + 1) * FRAME_MS
      if (one.colour !== colour) return 0
      const rising = (timeMs - one.fromMs) / FADE_MS
      const falling = 1 - (timeMs - endMs) / FADE_MS
      return Math.max(0, Math.min(1, rising, falling))
    })
    return Math.max(0, ...levels)
  })
}

function light(
  { room, screen, plays }: LitStage,
  { levels, playedLevels, sway }: Record<'levels' | 'playedLevels' | 'sway', readonly number[]>,
): LightField {
  const [right, down] = sway
  const { width, height } = room
  const data = new Float32Array(room.data.length)
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.min(height - 1, Math.max(0, y - down)) * width
    for (let x = 0; x < width; x++, at += 3) {
      const from = (row + Math.min(width - 1, Math.max(0, x - right))) * 3
      for (let c = 0; c < 3; c++) {
        const played = plays ? plays.screen.data[from + c] * playedLevels[c] : 0
        data[at + c] = room.data[from + c] + screen.data[from + c] * levels[c] + played
      }
    }
  }
  return { data, width, height }
}

/** A camera that corrects exposure and white balance, some time after the light has changed. */
function makeCamera(): { expose(field: LightField): LightField } {
  let gains: number[] | null = null
  return {
    expose(field) {
      const means = [0, 1, 2].map((c) => meanOf(field, c))
      const grey = (means[0] + means[1] + means[2]) / 3
      const exposure = CAMERA.exposureTarget / meterFace(field)
      const wanted = means.map((mean) => (grey / mean) ** CAMERA.balanceShare * exposure)
      const before = gains ?? wanted
      const follow = (lagMs: number) => 1 - Math.exp(-FRAME_MS / lagMs)
      const level = (values: readonly number[]) => Math.cbrt(values[0] * values[1] * values[2])
      const [levelBefore, levelWanted] = [level(before), level(wanted)]
      const exposed = levelBefore * (levelWanted / levelBefore) ** follow(CAMERA.exposureLagMs)
      const now = before.map((gain, c) => {
        const [balanceBefore, balanceWanted] = [gain / levelBefore, wanted[c] / levelWanted]
        return exposed * balanceBefore * (balanceWanted / balanceBefore) ** follow(CAMERA.balanceLagMs)
      })
      gains = now
      return { ...field, data: field.data.map((value, i) => value * now[i % 3]) }
    },
  }
}

/** A phone's camera meters on the face: the mean light of where it is. */
function meterFace({ data, width, height }: LightField): number {
  let [sum, count] = [0, 0]
  for (let y = Math.round(height * FACE.top); y < height * FACE.bottom; y += 4) {
    for (let x = Math.round(width * FACE.left); x < width * FACE.right; x += 4, count++) {
      const at = (y * width + x) * 3
      sum += (data[at] + data[at + 1] + data[at + 2]) / 3
    }
  }
  return Math.max(1e-6, sum / Math.max(1, count))
}

function meanOf({ data }: LightField, channel: number): number {
  let sum = 0
  for (let i = channel; i < data.length; i += 3) sum += data[i]
  return Math.max(1e-6, (sum * 3) / data.length)
}
