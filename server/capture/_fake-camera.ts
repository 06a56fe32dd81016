import type { Guidance } from '../../domain/guidance.ts'
import type { Hint } from '../../domain/hint.ts'
import type { CameraFrame, CameraStream, FinishedRecording } from '../platform/media/media.ts'

/** A camera stream for tests, which they drive by hand. */
export class FakeCamera implements CameraStream {
  readonly id: string
  readonly answer = 'v=0\r\n'
  readonly etag = '"fake"'
  /** What was asked of it, in order. */
  readonly acts: string[] = []
  /** What `stopRecording` gives, or throws. */
  recording: FinishedRecording | Error | null = null
  #handler: (frame: CameraFrame) => Promise<void> = async () => undefined
  #gone: () => void = () => undefined

  constructor(id = 'camera') {
    this.id = id
  }

  /** Sends a frame and waits until it is dealt with. */
  async send(frame: CameraFrame): Promise<void> {
    await this.#handler(frame)
  }

  /** The applicant vanishes. */
  vanish(): void {
    this.#gone()
  }

  onFrame(handler: (frame: CameraFrame) => Promise<void>): void {
    this.#handler = handler
  }

  onGone(handler: () => void): void {
    this.#gone = handler
  }

  async startRecording(): Promise<void> {
    this.acts.push('start')
  }

  async stopRecording(): Promise<FinishedRecording | null> {
    this.acts.push('stop')
    if (this.recording instanceof Error) throw this.recording
    return this.recording
  }

  async discardRecording(): Promise<void> {
    this.acts.push('discard')
  }

  stats(): Record<string, number> {
    return {}
  }

  async close(): Promise<void> {
    this.acts.push('close')
  }
}

/** A recording of a scene; `discarded` counts how often it was deleted. */
export function fakeRecording(): FinishedRecording & { discarded: number } {
  return {
    contentType: 'video/webm',
    frames: 50,
    durationMs: 1700,
    discarded: 0,
    async *read() {
      yield Buffer.from('film')
    },
    async discard() {
      this.discarded += 1
    },
  }
}

/** A small grey frame that arrived at a time, ms. */
export function fakeFrame(receivedAtMs: number): CameraFrame {
  const image = { data: new Uint8Array(32 * 24 * 3).fill(128), width: 32, height: 24 }
  return { image, mediaTimeMs: receivedAtMs, receivedAtMs }
}

/** The judgement of a frame of a document. */
export function fakeGuidance(hint: Hint, worth: number): Guidance {
  return { hint, worth, quality: { sharpness: 500, luma: 120, glareShare: 0 }, quad: null, pose: null }
}
