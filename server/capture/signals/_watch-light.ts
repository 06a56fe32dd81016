import {
  type FaceTints,
  type LightColour,
  type LightSignals,
  type Tint,
  TURN_LIGHT_LENGTH,
} from '../../../domain/faces/light.ts'
import type { HeadPose } from '../../../domain/facts.ts'

/** Most samples kept: eight colours of half a second are some thirty frames, those of two turns fifty. */
const MOST_SAMPLES = 300
/** Most changes of colour kept: as many as are drawn for the turns. */
const MOST_CHANGES = TURN_LIGHT_LENGTH
/** Light below this share of full white is the noise of the sensor. */
const LEAST_LIGHT = 0.002
/** Kept to a ten-thousandth: noise is above that. */
const PRECISION = 1e4

/** Watches how the light on a face changes against what is around it while the screen shows colours. */
export class LightWatch {
  readonly #shown: LightSignals['shown'] = []
  readonly #samples: LightSignals['samples'] = []
  readonly #first: (Tint | null)[] = []
  #untilMs = 0
  #colour: LightColour | null = null

  /** Looks at the light of the next frame and at the colour that is asked for after it. */
  see({
    timeMs,
    light,
    tints,
    pose = null,
  }: {
    timeMs: number
    light: LightColour | null
    tints: FaceTints | null
    /** Of a head that turns. */
    pose?: HeadPose | null
  }): void {
    if (tints && this.#samples.length < MOST_SAMPLES) this.#sample(timeMs, tints, pose)
    if (light || this.#colour) this.#untilMs = Math.round(timeMs)
    if (light && light !== this.#colour && this.#shown.length < MOST_CHANGES) {
      this.#shown.push({ colour: light, fromMs: Math.round(timeMs) })
    }
    this.#colour = light
  }

  /** What was seen up to now; null when no colour was shown. */
  signals(): LightSignals | null {
    if (this.#shown.length === 0) return null
    return { shown: [...this.#shown], untilMs: this.#untilMs, samples: [...this.#samples] }
  }

  #sample(timeMs: number, { patches, surround }: FaceTints, pose: HeadPose | null): void {
    const changes = patches.map((patch, i) => {
      if (patch === null) return null
      const level = ratioOf(patch, surround)
      this.#first[i] ??= level
      return changeOf(level, this.#first[i])
    })
    const yaw = pose ? { yaw: Math.round(pose.yaw * 10) / 10 } : {}
    this.#samples.push({ timeMs: Math.round(timeMs), patches: changes, ...yaw })
  }
}

function ratioOf(patch: Tint, surround: Tint): Tint {
  const ratio = (c: 0 | 1 | 2) =>
    Math.log(Math.max(LEAST_LIGHT, patch[c]) / Math.max(LEAST_LIGHT, surround[c]))
  return [ratio(0), ratio(1), ratio(2)]
}

function changeOf(level: Tint, first: Tint): Tint {
  const change = (c: 0 | 1 | 2) => Math.round((level[c] - first[c]) * PRECISION) / PRECISION
  return [change(0), change(1), change(2)]
}
