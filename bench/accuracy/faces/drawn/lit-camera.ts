import type { Image } from '../../../../domain/image.ts'
import { compressFrame } from '../../../../test/people/film/compress-frame.ts'
import type { LightField } from '../../../../test/people/person/render/backdrop.ts'
import { develop } from '../../../../test/people/person/render/develop.ts'
import type { LitStage } from './lit-stage.ts'

/** Light of a phone's screen on a face: 200 candela a square metre over 0.7 of 95 cm² from 33 cm. */
const SCREEN_LUX = 12
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

/** Judged frames come about seven a second. */
export const FRAME_MS = 140

/** A camera in a hand that films a stage frame by frame. */
export interface LitCamera {
  /** The next frame: light of the screen in each colour and of what a played film was lit by, 0-1. */
  shoot(stage: LitStage, light: { screen: readonly number[]; played: readonly number[] }): Promise<Image>
}

/**
 * Light adds up in linear values, the camera follows with its exposure and its white balance, a hand sways, the sensor makes
 * noise, 8 bits and a codec round.
 */
export function openLitCamera({ roomLux, seed }: { roomLux: number; seed: number }): LitCamera {
  const camera = makeCamera()
  let frame = 0
  return {
    async shoot(stage, { screen, played }) {
      const i = frame++
      const share = stage.litBy === 'room' ? SCREEN_LUX / roomLux : 1
      const levels = screen.map((level) => level * share)
      const sway = [Math.sin(i * 0.9 + seed) * SWAY_PX, Math.sin(i * 0.7 + 2 * seed) * SWAY_PX].map(
        Math.round,
      )
      const field = camera.expose(light(stage, { levels, playedLevels: played, sway }))
      const picture = develop(field, { samplesPerSide: 1, grain: grainAt(roomLux), seed: seed * 100 + i })
      return await compressFrame(picture, QUALITY)
    },
  }
}

function grainAt(roomLux: number): number {
  return Math.min(GRAIN.most, Math.max(GRAIN.least, GRAIN.at200Lux * Math.sqrt(200 / roomLux)))
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
