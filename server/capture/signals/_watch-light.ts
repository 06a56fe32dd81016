import type { FaceTints, LightColour, LightSignals, Tint } from '../../../domain/faces/light.ts'

/** Most samples kept: five colours of half a second are some twenty frames. */
const MOST_SAMPLES = 200
/** Most changes of colour kept. */
const MOST_CHANGES = 20
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
  }: {
    timeMs: number
    light: LightColour | null
    tints: FaceTints | null
  }): void {
    if (tints && this.#samples.length < MOST_SAMPLES) this.#sample(timeMs, tints)
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

  #sample(timeMs: number, { patches, surround }: FaceTints): void {
    const changes = patches.map((patch, i) => {
      if (patch === null) return null
      const level = ratioOf(patch, surround)
      this.#first[i] ??= level
      return changeOf(level, this.#first[i])
    })
    this.#samples.push({ timeMs: Math.round(timeMs), patches: changes })
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
