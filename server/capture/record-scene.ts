import type { Logger } from 'pino'
import type { LiveMessage } from '../../domain/capture-plan.ts'
import type { TurnChallenge } from '../../domain/challenge.ts'
import type { LightColour, LightReach, LightSignals } from '../../domain/faces/light.ts'
import type { StreamSignals } from '../../domain/faces/stream-signals.ts'
import type { Guidance, GuidanceRequest } from '../../domain/guidance.ts'
import type { Image } from '../../domain/image.ts'
import type { SceneName } from '../../domain/scene.ts'
import type { CameraFrame, CameraStream, FinishedRecording } from '../platform/media/media.ts'
import {
  askAnew,
  beginScene,
  directScene,
  expireScene,
  guidanceRequest,
  hasShone,
  holdLonger,
  leaveBrightness,
  type SceneDirection,
  wantsChallenge,
} from './direction/direct-scene.ts'
import { SignalWatch } from './signals/watch-signals.ts'

/** Evidence is what a reviewer sees and analysis reads: 95 of 100 and full colour cost no character. */
const EVIDENCE_JPEG = { quality: 95, chromaSubsampling: '4:4:4' } as const

/** What a scene is filmed with. */
export interface SceneParts {
  scene: { id: number; name: SceneName; challenge: TurnChallenge | null }
  stream: Pick<CameraStream, 'startRecording' | 'stopRecording' | 'discardRecording'>
  /** Judges one frame; may reject when it is busy, then the frame is skipped. Must leave the frame as it is. */
  guide(frame: Image, request: GuidanceRequest): Promise<Guidance>
  /** Draws and keeps another challenge, for a face that was lost after something of the first was asked. */
  renewChallenge(): Promise<TurnChallenge>
  /** Whether the colours of a challenge reached the face; `too-bright` sends the applicant where it is darker. */
  judgeLight(asked: readonly LightColour[], signals: LightSignals | null): Promise<LightReach>
  emit(message: LiveMessage): void
  /** Told how long after a frame's arrival its hint went out, ms. */
  onHintLatency(latencyMs: number): void
  /** Where the recording goes. */
  recordingPath: string
  /** The clock of `CameraFrame.receivedAtMs`. */
  nowMs(): number
  log: Logger
}

/** A scene that is in the box. */
export interface FilmedScene {
  sceneId: number
  scene: SceneName
  challenge: TurnChallenge | null
  /** In the order they were filmed; times since the scene began. */
  frames: { jpeg: Uint8Array; timeMs: number }[]
  recording: FinishedRecording | null
  signals: StreamSignals
}

/** How a scene ended; only a captured one leaves anything behind. */
export type SceneEnd =
  | { kind: 'captured'; filmed: FilmedScene }
  | { kind: 'nothing-seen' }
  | { kind: 'abandoned' }

/** A scene being filmed. */
export interface SceneRecording {
  readonly sceneId: number
  /** Resolves once, when the scene is over. Never rejects. */
  readonly ended: Promise<SceneEnd>
  /** Judges a frame, tells the applicant, keeps it if it is evidence. One at a time. */
  take(frame: CameraFrame): Promise<void>
  /** Ends the scene when its time is up, also when no frames come any more. */
  checkTime(): void
  /** Says again what is asked now, to a page that has just come. */
  repeat(): void
  /** Ends the scene with nothing kept. */
  abandon(): void
}

/** Films a scene from now until it is captured, its time is up or it is abandoned. */
export function recordScene(parts: SceneParts): SceneRecording {
  return new Recording(parts)
}

class Recording implements SceneRecording {
  readonly sceneId: number
  readonly ended: Promise<SceneEnd>
  readonly #parts: SceneParts
  readonly #startedAtMs: number
  readonly #evidence = new Map<number, { jpeg: Uint8Array; timeMs: number }>()
  readonly #watch = new SignalWatch()
  readonly #counts = { framesJudged: 0, framesUnjudged: 0 }
  #challenge: TurnChallenge | null
  #direction: SceneDirection
  #frames = 0
  #encoding: Promise<void> = Promise.resolve()
  #isOver = false
  #end: (end: SceneEnd) => void = () => undefined

  constructor(parts: SceneParts) {
    this.#parts = parts
    this.sceneId = parts.scene.id
    this.#startedAtMs = parts.nowMs()
    this.#challenge = parts.scene.challenge
    this.#direction = beginScene(parts.scene.name, this.#challenge)
    this.ended = new Promise((resolve) => {
      this.#end = resolve
    })
    parts.stream
      .startRecording(parts.recordingPath)
      .catch((error) => this.#warn(error, 'A recording did not start'))
    this.repeat()
  }

  async take(frame: CameraFrame): Promise<void> {
    const timeMs = frame.receivedAtMs - this.#startedAtMs
    if (this.#isOver || timeMs < 0) return
    const guidance = await this.#judge(frame, timeMs)
    if (this.#isOver) return
    const before = this.#direction
    const judged = guidance && { guidance, frame: this.#frames++, timeMs }
    this.#direction = expireScene(judged ? directScene(before, judged) : before, timeMs)
    const { turn, light } = this.#direction
    const { pose = null, tints = null } = guidance ?? {}
    this.#watch.see({ frame, timeMs, pose, tints, turn, light })
    await this.#lookForDark(before, timeMs)
    if (this.#isOver) return
    if (judged) {
      this.#announce(frame, before)
      await this.#keep(frame.image, judged)
    }
    if (wantsChallenge(this.#direction)) await this.#askAnew()
    if (this.#isOver) return
    if (this.#direction.outcome !== 'filming') this.#finish(this.#direction.outcome)
  }

  checkTime(): void {
    this.#direction = expireScene(this.#direction, this.#parts.nowMs() - this.#startedAtMs)
    if (this.#direction.outcome !== 'filming') this.#finish(this.#direction.outcome)
  }

  repeat(): void {
    const { scene, turn, light, hint, progress } = this.#direction
    if (scene === 'face') {
      // Also that there is none: a page that lost the channel in a colour would stay in it.
      this.#parts.emit({ type: 'light', scene, colour: light })
      this.#parts.emit({ type: 'turn', scene, turn })
    }
    if (hint) this.#parts.emit({ type: 'hint', scene, hint, progress, frameTime: 0 })
  }

  abandon(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#discard({ kind: 'abandoned' })
  }

  async #lookForDark(before: SceneDirection, timeMs: number): Promise<void> {
    if (!hasShone(before, this.#direction, timeMs)) return
    try {
      const asked = this.#challenge?.light ?? []
      const reach = await this.#parts.judgeLight(asked, this.#watch.signals().light ?? null)
      if (this.#isOver) return
      if (reach === 'too-bright') this.#direction = leaveBrightness(this.#direction, timeMs)
      if (reach === 'weak') this.#direction = holdLonger(this.#direction)
    } catch (error) {
      this.#warn(error, 'Whether the room is too bright was not judged')
    }
  }

  /** When no challenge can be kept the next frame tries again. */
  async #askAnew(): Promise<void> {
    try {
      const challenge = await this.#parts.renewChallenge()
      if (this.#isOver) return
      this.#challenge = challenge
      this.#direction = askAnew(this.#direction, challenge)
      this.#watch.beginAnew()
    } catch (error) {
      this.#warn(error, 'A challenge was not renewed')
    }
  }

  async #judge(frame: CameraFrame, timeMs: number): Promise<Guidance | null> {
    try {
      const guidance = await this.#parts.guide(frame.image, guidanceRequest(this.#direction, timeMs))
      this.#counts.framesJudged++
      return guidance
    } catch {
      this.#counts.framesUnjudged++
      return null
    }
  }

  #announce(frame: CameraFrame, before: SceneDirection): void {
    const { scene, hint, progress, turn, light } = this.#direction
    if (light !== before.light) this.#parts.emit({ type: 'light', scene, colour: light })
    if (turn !== before.turn) this.#parts.emit({ type: 'turn', scene, turn })
    if (!hint) return
    this.#parts.emit({ type: 'hint', scene, hint, progress, frameTime: Math.round(frame.mediaTimeMs) })
    this.#parts.onHintLatency(this.#parts.nowMs() - frame.receivedAtMs)
  }

  /** Encoded at once: 18 pictures of 1080p would take 110 MB. */
  async #keep(image: Image, { frame, timeMs }: { frame: number; timeMs: number }): Promise<void> {
    const wanted = new Set(this.#direction.evidence.map((kept) => kept.frame))
    for (const kept of this.#evidence.keys()) if (!wanted.has(kept)) this.#evidence.delete(kept)
    if (!wanted.has(frame)) return
    // One at a time, while the next frame is judged.
    await this.#encoding
    this.#encoding = this.#encode(image, { frame, timeMs })
  }

  async #encode(image: Image, { frame, timeMs }: { frame: number; timeMs: number }): Promise<void> {
    try {
      const jpeg = await encodeEvidence(image)
      const isWanted = this.#direction.evidence.some((kept) => kept.frame === frame)
      if (isWanted) this.#evidence.set(frame, { jpeg, timeMs: Math.round(timeMs) })
    } catch (error) {
      this.#parts.log.error({ err: error, scene: this.#parts.scene.name }, 'Evidence was not encoded')
    }
  }

  #finish(outcome: 'captured' | 'nothing-seen'): void {
    if (this.#isOver) return
    this.#isOver = true
    const counts = { ...this.#counts, evidence: this.#direction.evidence.length }
    this.#parts.log.info({ scene: this.#parts.scene.name, outcome, ...counts }, 'A scene was filmed')
    if (outcome === 'captured') void this.#hand()
    else this.#discard({ kind: 'nothing-seen' })
  }

  #discard(end: SceneEnd): void {
    this.#evidence.clear()
    this.#parts.stream
      .discardRecording()
      .catch((error) => this.#warn(error, 'A recording was not discarded'))
      .finally(() => this.#end(end))
  }

  async #hand(): Promise<void> {
    const { scene, stream } = this.#parts
    const recording = await stream.stopRecording().catch((error) => {
      this.#warn(error, 'A recording was not finished')
      return null
    })
    await this.#encoding
    const frames = [...this.#evidence.values()].toSorted((a, b) => a.timeMs - b.timeMs)
    const { id: sceneId, name } = scene
    const challenge = this.#challenge
    const { filmed } = this.#direction
    const ways = filmed.kind === 'face' ? { ways: filmed.ways } : {}
    const signals = { ...this.#watch.signals(), ...ways }
    this.#end({
      kind: 'captured',
      filmed: { sceneId, scene: name, challenge, frames, recording, signals },
    })
  }

  #warn(error: unknown, message: string): void {
    this.#parts.log.warn({ err: error, scene: this.#parts.scene.name }, message)
  }
}

async function encodeEvidence({ data, width, height }: Image): Promise<Uint8Array> {
  // The first frame that is kept can wait for it, a start should not.
  const { default: sharp } = await import('sharp')
  return await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg(EVIDENCE_JPEG)
    .toBuffer()
}
