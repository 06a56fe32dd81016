import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { LiveMessage } from '../../domain/capture-plan.ts'
import type { TurnChallenge } from '../../domain/challenge.ts'
import type { LightReach } from '../../domain/faces/light.ts'
import type { Guidance, GuidanceRequest } from '../../domain/guidance.ts'
import type { Image } from '../../domain/image.ts'
import { Problem } from '../../domain/problem.ts'
import type { SceneName } from '../../domain/scene.ts'
import type { CameraStream, MediaServer } from '../platform/media/media.ts'
import { Latencies } from './_latencies.ts'
import { type ClosedReason, dismiss, type LiveEntry, newEntry } from './_live-entry.ts'
import { AskedChallenges } from './challenge/asked-challenges.ts'
import type { LiveAttempt, LiveListener } from './live-attempt.ts'
import {
  type FilmedScene,
  recordScene,
  type SceneEnd,
  type SceneParts,
  type SceneRecording,
} from './record-scene.ts'

/** How long an attempt without a stream is remembered, ms: a reload with a camera permission to give again. */
const GRACE_MS = 60_000
/** How long a stream may film no scene, ms; its place is somebody else's then. */
const IDLE_STREAM_MS = 180_000
/** How often the time of scenes and streams is looked at, ms. */
const SWEEP_INTERVAL_MS = 1000
/** Most attempts remembered. */
const MOST_ATTEMPTS = 1000
/** Most pages that hear one attempt; a further one silences the first. */
const MOST_LISTENERS = 4

type FoundScene = LiveAttempt['scenes'][number]

/** What live attempts need and whom they tell. */
export interface LiveAttemptsParts {
  media: Pick<MediaServer, 'accept'>
  guide(frame: Image, request: GuidanceRequest): Promise<Guidance>
  /** Draws and keeps what a face is asked in the recording that begins. */
  renewChallenge(scene: { id: number; challenge: TurnChallenge }): Promise<TurnChallenge>
  judgeLight: SceneParts['judgeLight']
  /** A folder of ours alone, where recordings wait until they are kept. */
  recordingFolder: string
  /** Keeps a filmed scene; the page hears `captured` when it has resolved. */
  onSceneCaptured(filmed: FilmedScene): Promise<void>
  /** The applicant's stream ended without a word. */
  onGone(attempt: { attemptId: number; identificationId: string }): Promise<void>
  /** The clock of `CameraFrame.receivedAtMs`. */
  nowMs(): number
  log: Logger
}

/** The attempts being filmed now: their streams, scenes and listening pages. One process knows one attempt. */
export class LiveAttempts {
  readonly #parts: LiveAttemptsParts
  readonly #entries = new Map<string, LiveEntry>()
  readonly #latencies = new Latencies()
  readonly #sweeping: NodeJS.Timeout

  constructor(parts: LiveAttemptsParts) {
    this.#parts = parts
    this.#sweeping = setInterval(() => this.sweep(), SWEEP_INTERVAL_MS)
    this.#sweeping.unref()
  }

  /**
   * Takes the applicant's stream in, in place of one there may be: then pages that listened are told `replaced`.
   * Throws `Problem` as `MediaServer.accept`.
   */
  async publish(attempt: LiveAttempt, offer: string): Promise<CameraStream> {
    const entry = this.#enter(attempt)
    const published = entry.publishing.then(() => this.#replaceStream(entry, offer))
    entry.publishing = published.catch(() => undefined)
    return await published
  }

  /** Ends a stream at the applicant's wish. Throws `Problem('unknown_record')` when it is not theirs or over. */
  async unpublish(attempt: LiveAttempt, streamId: string): Promise<void> {
    const entry = this.#entries.get(attempt.identificationId)
    if (entry?.attempt.attemptId !== attempt.attemptId || entry.stream?.id !== streamId) {
      throw new Problem('unknown_record', 'No such stream')
    }
    await this.#releaseStream(entry, 'waiting')
  }

  /**
   * Begins a scene, or says again what is asked when it has begun, or that it is captured. Without a stream it
   * begins with the next one. Throws `Problem('unknown_record')` for a scene the attempt has not, and as `renewChallenge`.
   */
  async startScene(attempt: LiveAttempt, name: SceneName): Promise<void> {
    const entry = this.#enter(attempt)
    const scene = attempt.scenes.find((candidate) => candidate.name === name)
    if (!scene) throw new Problem('unknown_record', 'The attempt has no such scene')
    if (scene.capturedAt || entry.captured.has(scene.id)) this.#say(entry, { type: 'captured', scene: name })
    else if (entry.recording?.sceneId === scene.id) entry.recording.repeat()
    else if (entry.stream) await this.#beginScene(entry, entry.stream, scene)
    else entry.startLater = name
  }

  /** Lets a page hear the attempt; gives back how to stop. One that comes after the stream has gone hears so. */
  listen(attempt: LiveAttempt, listener: LiveListener): () => void {
    const entry = this.#enter(attempt)
    if (entry.state === 'gone') {
      listener.say({ type: 'closed', reason: 'no-media' })
      listener.end()
      return () => undefined
    }
    const [first] = entry.listeners
    if (entry.listeners.size >= MOST_LISTENERS) dismiss(entry, [first], 'replaced')
    entry.listeners.add(listener)
    entry.recording?.repeat()
    return () => entry.listeners.delete(listener)
  }

  /** Ends an attempt from outside, such as one that was aborted or has expired; its pages are told. */
  async end(identificationId: string, reason: ClosedReason): Promise<void> {
    const entry = this.#entries.get(identificationId)
    if (!entry) return
    this.#entries.delete(identificationId)
    dismiss(entry, [...entry.listeners], reason)
    await this.#releaseStream(entry, 'gone')
  }

  /** The identifications whose attempts are known. */
  identificationIds(): string[] {
    return [...this.#entries.keys()]
  }

  /** Attempts, streams, and how long after a frame's arrival its hint goes out, ms (-1: none yet). */
  stats(): { attempts: number; streams: number; hintLatencyP50Ms: number; hintLatencyP95Ms: number } {
    return {
      attempts: this.#entries.size,
      streams: [...this.#entries.values()].filter(({ stream }) => stream !== null).length,
      hintLatencyP50Ms: this.#latencies.percentile(0.5),
      hintLatencyP95Ms: this.#latencies.percentile(0.95),
    }
  }

  /** Ends every attempt. */
  async close(): Promise<void> {
    clearInterval(this.#sweeping)
    await Promise.all([...this.#entries.keys()].map((id) => this.end(id, 'no-media')))
  }

  /** Ends scenes whose time is up and streams that film nothing; forgets attempts whose stream stays away. */
  sweep(): void {
    const nowMs = this.#parts.nowMs()
    for (const [identificationId, entry] of this.#entries) {
      const idleMs = nowMs - entry.idleSinceMs
      if (entry.recording) entry.recording.checkTime()
      else if (entry.stream && idleMs > IDLE_STREAM_MS) this.#lose(entry, 'filmed nothing')
      else if (!entry.stream && idleMs > GRACE_MS) {
        this.#entries.delete(identificationId)
        dismiss(entry, [...entry.listeners], 'no-media')
      }
    }
  }

  /** The entry of an attempt; an older attempt of the same identification makes way. */
  #enter(attempt: LiveAttempt): LiveEntry {
    const known = this.#entries.get(attempt.identificationId)
    if (known?.attempt.attemptId === attempt.attemptId) {
      known.attempt = attempt
      return known
    }
    if (known) this.#settle(this.end(attempt.identificationId, 'replaced'), 'An older attempt did not end')
    if (this.#entries.size >= MOST_ATTEMPTS) throw new Problem('unavailable', 'Too many attempts at once')
    const challenges = new AskedChallenges(this.#parts.renewChallenge)
    const entry = newEntry(attempt, { nowMs: this.#parts.nowMs(), challenges })
    this.#entries.set(attempt.identificationId, entry)
    return entry
  }

  async #replaceStream(entry: LiveEntry, offer: string): Promise<CameraStream> {
    // The old one first: it may hold the last place.
    if (entry.stream) {
      dismiss(entry, [...entry.listeners], 'replaced')
      await this.#releaseStream(entry, 'waiting')
    }
    const stream = await this.#parts.media.accept(offer)
    if (this.#entries.get(entry.attempt.identificationId) !== entry) {
      await stream.close()
      throw new Problem('unavailable', 'The attempt has ended meanwhile')
    }
    entry.stream = stream
    entry.state = 'live'
    entry.idleSinceMs = this.#parts.nowMs()
    stream.onGone(() => {
      if (entry.stream === stream) this.#lose(entry, 'no media')
    })
    stream.onFrame(async (frame) => {
      if (entry.stream === stream) await entry.recording?.take(frame)
    })
    const later = entry.attempt.scenes.find(({ name }) => name === entry.startLater)
    entry.startLater = null
    if (later) this.#settle(this.#beginScene(entry, stream, later), 'A scene did not begin')
    return stream
  }

  async #beginScene(entry: LiveEntry, stream: CameraStream, found: FoundScene): Promise<void> {
    entry.recording?.abandon()
    const begun = ++entry.begun
    // A recording before this one may have shown its challenge: a film could be made for it.
    const scene = found.challenge ? { ...found, challenge: await entry.challenges.draw(found) } : found
    if (entry.begun !== begun || entry.stream !== stream) return
    const { guide, recordingFolder, nowMs, log } = this.#parts
    const recording = recordScene({
      scene,
      stream,
      guide,
      judgeLight: (asked, signals) => this.#judgeLight(entry, asked, signals),
      renewChallenge: () => entry.challenges.draw(scene),
      emit: (message) => {
        entry.challenges.hear(message)
        this.#say(entry, message)
      },
      onHintLatency: (latencyMs) => this.#latencies.add(latencyMs),
      recordingPath: join(recordingFolder, `${randomUUID()}.webm`),
      nowMs,
      log: log.child({ attempt: entry.attempt.attemptId }),
    })
    entry.recording = recording
    this.#settle(
      recording.ended.then((end) => this.#endScene(entry, recording, { end, scene: scene.name })),
      'A scene did not end',
    )
  }

  /** Too bright once an attempt, for it costs a challenge: whom a darker place does not help is left to a reviewer. */
  async #judgeLight(
    entry: LiveEntry,
    ...[asked, signals]: Parameters<SceneParts['judgeLight']>
  ): Promise<LightReach> {
    const reach = await this.#parts.judgeLight(asked, signals)
    if (reach !== 'too-bright') return reach
    if (entry.wasTooBright) return 'unclear'
    entry.wasTooBright = true
    return reach
  }

  async #endScene(
    entry: LiveEntry,
    recording: SceneRecording,
    { end, scene }: { end: SceneEnd; scene: SceneName },
  ): Promise<void> {
    const message = await this.#keepScene(entry, { end, scene })
    if (entry.recording === recording) {
      entry.recording = null
      entry.idleSinceMs = this.#parts.nowMs()
    }
    if (message) this.#say(entry, message)
  }

  /** What the page hears of a scene's end; a scene that could not be kept may be filmed again. */
  async #keepScene(
    entry: LiveEntry,
    { end, scene }: { end: SceneEnd; scene: SceneName },
  ): Promise<LiveMessage | null> {
    if (end.kind === 'abandoned') return null
    if (end.kind === 'nothing-seen') return { type: 'scene-timeout', scene, seen: 'nothing' }
    try {
      await this.#parts.onSceneCaptured(end.filmed)
      entry.captured.add(end.filmed.sceneId)
      return { type: 'captured', scene }
    } catch (error) {
      this.#parts.log.error({ err: error, attempt: entry.attempt.attemptId }, 'A scene was not kept')
      return { type: 'scene-timeout', scene, seen: 'something' }
    } finally {
      if (end.filmed.recording) this.#settle(end.filmed.recording.discard(), 'A recording was not deleted')
    }
  }

  #lose(entry: LiveEntry, reason: string): void {
    const { attemptId, identificationId } = entry.attempt
    this.#parts.log.info({ attempt: attemptId, reason }, 'An applicant is gone')
    dismiss(entry, [...entry.listeners], 'no-media')
    this.#settle(this.#releaseStream(entry, 'gone'), 'A stream did not close')
    this.#settle(this.#parts.onGone({ attemptId, identificationId }), 'An absence was not noted')
  }

  async #releaseStream(entry: LiveEntry, state: 'waiting' | 'gone'): Promise<void> {
    const { stream } = entry
    entry.state = state
    entry.stream = null
    entry.idleSinceMs = this.#parts.nowMs()
    entry.recording?.abandon()
    await stream?.close()
  }

  #say(entry: LiveEntry, message: LiveMessage): void {
    for (const listener of entry.listeners) listener.say(message)
  }

  #settle(work: Promise<unknown>, failure: string): void {
    work.catch((error) => this.#parts.log.error({ err: error }, failure))
  }
}
