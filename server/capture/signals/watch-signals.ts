import type { TurnSide } from '../../../domain/challenge.ts'
import type { FaceTints, LightColour } from '../../../domain/faces/light.ts'
import type { StreamSignals, TurnSignals } from '../../../domain/faces/stream-signals.ts'
import type { HeadPose } from '../../../domain/facts.ts'
import type { CameraFrame } from '../../platform/media/media.ts'
import { FrameWatch } from './_watch-frames.ts'
import { LightWatch } from './_watch-light.ts'

/** A head that has turned this much has begun to, degrees: one that holds still strays by three. */
const MOVED_DEGREES = 5
/** Most turns kept: a scene asks for two, and again after one that was too fast. */
const MOST_TURNS = 32

/** A frame and what is asked once it was judged. */
export interface WatchedFrame {
  frame: CameraFrame
  /** Since the scene began, ms. */
  timeMs: number
  /** Null when the frame was not judged or shows no one face. */
  pose: HeadPose | null
  turn: TurnSide | null
  /** The colour asked of the screen once the frame was judged, and the light that was on the face in it. */
  light?: LightColour | null
  tints?: FaceTints | null
}

/** Watches the frames of a scene and tells at its end what they showed. */
export class SignalWatch {
  readonly #frames = new FrameWatch()
  #light = new LightWatch()
  /** Of the colours from the first turn on. */
  #turnLight = new LightWatch()
  #turns: { signals: TurnSignals; straightYaw: number }[] = []
  #asked: TurnSide | null = null

  /** Looks at the next frame. */
  see({ frame, timeMs, pose, turn, light = null, tints = null }: WatchedFrame): void {
    this.#frames.see(frame)
    this.#seeLight({ timeMs, light, tints, pose, turn })
    if (pose && this.#asked) this.#follow(pose, timeMs)
    // What is asked now is asked from the pose in which it finds the head.
    if (pose && turn && turn !== this.#asked && this.#turns.length < MOST_TURNS) {
      const signals = { side: turn, askedAtMs: Math.round(timeMs), movedAtMs: null, wrongWayDegrees: 0 }
      this.#turns.push({ signals, straightYaw: pose.yaw })
    }
    this.#asked = turn
  }

  /** Other colours and turns are asked from now on; what came of those before counts no more. */
  beginAnew(): void {
    this.#light = new LightWatch()
    this.#turnLight = new LightWatch()
    this.#turns = []
    this.#asked = null
  }

  /** What was seen up to now. */
  signals(): StreamSignals {
    const turns = this.#turns.map(({ signals }) => ({ ...signals }))
    return {
      ...this.#frames.signals(),
      turns,
      light: this.#light.signals(),
      turnLight: this.#turnLight.signals(),
    }
  }

  /** The frame in which the first turn is asked ends the colours before it, and tells where a head looks that turns from there. */
  #seeLight({ timeMs, light, tints, pose, turn }: Required<Omit<WatchedFrame, 'frame'>>): void {
    const isTurning = this.#turns.length > 0
    const isNext = isTurning || turn !== null
    this.#light.see({ timeMs, light: isNext ? null : light, tints: isTurning ? null : tints })
    this.#turnLight.see({ timeMs, light: isNext ? light : null, tints: isNext ? tints : null, pose })
  }

  /** The applicant's left is positive yaw. */
  #follow(pose: HeadPose, timeMs: number): void {
    const turn = this.#turns.at(-1)
    if (!turn) return
    const { signals, straightYaw } = turn
    const change = (pose.yaw - straightYaw) * (signals.side === 'left' ? 1 : -1)
    if (signals.movedAtMs === null && change >= MOVED_DEGREES) signals.movedAtMs = Math.round(timeMs)
    signals.wrongWayDegrees = Math.max(signals.wrongWayDegrees, -change)
  }
}
