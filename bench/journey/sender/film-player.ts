import type { TurnSide } from '../../../domain/challenge.ts'
import type { LightColour } from '../../../domain/faces/light.ts'
import type { SceneName } from '../../../domain/scene.ts'
import type { Segment, SegmentFrame, SegmentName, Segments } from '../film/segment.ts'

/** A turned head rests a moment before it comes back, also when something else is asked already, ms. */
const SHORTEST_HOLD_MS = 600
/** It is held until something else is asked, but not for ever, ms. */
const LONGEST_HOLD_MS = 5000
/** A turn that is still asked for after this pause was not seen: the applicant makes it again, ms. */
const REPEAT_PAUSE_MS = 1500
/** Least time between two key frames sent on request, ms: one that is on its way is not sent again. */
const KEY_FRAME_INTERVAL_MS = 250

const LOOPS: Readonly<Record<SceneName, SegmentName>> = {
  'document-front': 'document-front',
  'document-back': 'document-back',
  face: 'face-straight',
}

/** A frame and the moment it is due, on the clock of `take`, ms. */
export interface DueFrame {
  frame: SegmentFrame
  dueAtMs: number
}

/** A turn of the head; moments are null until they come. */
interface Turn {
  side: TurnSide
  heldSinceMs: number | null
  endedAtMs: number | null
}

interface Playing {
  name: SegmentName
  segment: Segment
  startedAtMs: number
  /** Place of the frame to send next. */
  next: number
}

/**
 * Plays segments in real time as an applicant behaves: loops the scene, turns the head when a turn is asked
 * and holds it there until something else is asked.
 * Every change begins with a key frame.
 */
export class FilmPlayer {
  readonly #segments: Segments
  #scene: SceneName
  #asked: TurnSide | null = null
  #light: LightColour | null = null
  /** The turn being made, or the one made last while it is still asked. */
  #turn: Turn | null = null
  #playing: Playing | null = null
  #restartedAtMs = Number.NEGATIVE_INFINITY

  constructor(segments: Segments, scene: SceneName) {
    this.#segments = segments
    this.#scene = scene
  }

  /** Films another scene from now on. */
  show(scene: SceneName): void {
    if (scene === this.#scene) return
    this.#scene = scene
    this.#asked = null
    this.#light = null
    this.#turn = null
    this.#playing = null
  }

  /** The turn that is asked of the applicant now. */
  ask(side: TurnSide | null): void {
    this.#asked = side
    if (side === null && this.#playing?.name === 'face-straight') this.#turn = null
  }

  /** The colour in which the applicant's screen shows now. */
  light(colour: LightColour | null): void {
    this.#light = colour
  }

  /** Begins the segment anew, as a key frame is asked for (RFC 4585 §6.3.1). */
  restart(nowMs: number): void {
    if (!this.#playing || nowMs - this.#restartedAtMs < KEY_FRAME_INTERVAL_MS) return
    this.#begin(this.#playing.name, nowMs)
  }

  /** The frames due by now and not yet taken, in order. */
  take(nowMs: number): DueFrame[] {
    const due: DueFrame[] = []
    for (;;) {
      const playing = this.#current(nowMs)
      const frame = playing.segment.frames[playing.next]
      const dueAtMs = playing.startedAtMs + (frame?.timeMs ?? playing.segment.durationMs)
      if (dueAtMs > nowMs) return due
      if (frame) {
        playing.next++
        due.push({ frame, dueAtMs })
      } else {
        this.#follow(playing.name, dueAtMs)
      }
    }
  }

  /** What plays now: a turn that is due begins, one that was held long enough ends. */
  #current(nowMs: number): Playing {
    const playing = this.#playing ?? this.#begin(this.#loop(), nowMs)
    const isStraight = playing.name === 'face-straight' || playing.name.startsWith('face-lit')
    if (isStraight && this.#asked && this.#isTurnDue(nowMs)) {
      this.#turn = { side: this.#asked, heldSinceMs: null, endedAtMs: null }
      return this.#begin(`face-${this.#asked}-there`, nowMs)
    }
    if (isStraight && playing.name !== this.#loop()) return this.#begin(this.#loop(), nowMs)
    const turn = this.#turn
    const isOver = turn && playing.name === `face-${turn.side}-held` && this.#isHeldEnough(turn, nowMs)
    return isOver ? this.#begin(`face-${turn.side}-back`, nowMs) : playing
  }

  /** What plays while no head turns. */
  #loop(): SegmentName {
    if (this.#scene !== 'face' || this.#light === null) return LOOPS[this.#scene]
    const lit: SegmentName = `face-lit-${this.#light}`
    return this.#segments[lit] ? lit : 'face-straight'
  }

  #isTurnDue(nowMs: number): boolean {
    if (this.#turn?.side !== this.#asked) return true
    return nowMs - (this.#turn?.endedAtMs ?? 0) >= REPEAT_PAUSE_MS
  }

  #isHeldEnough({ side, heldSinceMs }: Turn, nowMs: number): boolean {
    const heldMs = nowMs - (heldSinceMs ?? nowMs)
    return heldMs >= (side === this.#asked ? LONGEST_HOLD_MS : SHORTEST_HOLD_MS)
  }

  /** What comes after a segment that has ended; a loop begins again. */
  #follow(ended: SegmentName, endedAtMs: number): void {
    const turn = this.#turn
    if (turn && ended === `face-${turn.side}-there`) {
      turn.heldSinceMs = endedAtMs
      this.#begin(`face-${turn.side}-held`, endedAtMs)
    } else if (turn && ended === `face-${turn.side}-back`) {
      turn.endedAtMs = endedAtMs
      // What is not asked any more was seen: the same may be asked anew.
      if (this.#asked !== turn.side) this.#turn = null
      this.#begin(this.#loop(), endedAtMs)
    } else {
      this.#begin(ended, endedAtMs)
    }
  }

  #begin(name: SegmentName, startedAtMs: number): Playing {
    const segment = this.#segments[name]
    if (!segment) throw new Error(`The film has no ${name}`)
    this.#restartedAtMs = startedAtMs
    const playing = { name, segment, startedAtMs, next: 0 }
    this.#playing = playing
    return playing
  }
}
