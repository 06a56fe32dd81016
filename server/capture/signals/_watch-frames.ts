import type { StreamSignals } from '../../../domain/faces/stream-signals.ts'
import type { CameraFrame } from '../../platform/media/media.ts'

/** Bytes of a picture that are compared with those of the next one, spread over it. */
const SAMPLED_BYTES = 1024
/** Most times between frames kept: a scene has some hundred frames. */
const MOST_INTERVALS = 4000

/** What frames alone show: how evenly they come, whether they repeat or change their size. */
export class FrameWatch {
  readonly #counts = { framesSeen: 0, framesRepeated: 0, sizeChanges: 0 }
  readonly #intervals: number[] = []
  #last: { sample: Uint8Array; size: string; mediaTimeMs: number } | null = null

  /** Looks at the next frame. */
  see({ image, mediaTimeMs }: CameraFrame): void {
    const next = { sample: sampleOf(image.data), size: `${image.width}x${image.height}`, mediaTimeMs }
    this.#counts.framesSeen++
    if (this.#last) this.#compare(this.#last, next)
    this.#last = next
  }

  /** What was seen up to now. */
  signals(): Omit<StreamSignals, 'turns' | 'light'> {
    const intervalMs = middleOf(this.#intervals)
    const departures = this.#intervals.map((interval) => Math.abs(interval - (intervalMs ?? 0)))
    return { ...this.#counts, intervalMs, intervalSpreadMs: middleOf(departures) }
  }

  #compare(
    last: { sample: Uint8Array; size: string; mediaTimeMs: number },
    next: { sample: Uint8Array; size: string; mediaTimeMs: number },
  ): void {
    if (last.size !== next.size) this.#counts.sizeChanges++
    else if (next.sample.every((value, i) => value === last.sample[i])) this.#counts.framesRepeated++
    if (this.#intervals.length < MOST_INTERVALS) this.#intervals.push(next.mediaTimeMs - last.mediaTimeMs)
  }
}

function sampleOf(data: Uint8Array): Uint8Array {
  const step = Math.max(1, Math.floor(data.length / SAMPLED_BYTES))
  return Uint8Array.from({ length: Math.min(SAMPLED_BYTES, data.length) }, (_, i) => data[i * step])
}

function middleOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}
