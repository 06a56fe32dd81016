import type { TurnSide } from '../../../domain/challenge.ts'

/** How far a person turns when asked to, degrees; > 0 is their own left. As far as films go. */
const TURN_DEGREES = 30
/** A slow turn of the head: on a busy machine few frames a second are judged, and some must fall between. */
const SPEED_DEGREES_PER_S = 15
/** How long the turned head is held at least. */
const HOLD_MS = 600
/** A person holds the turn until the page asks for something else, but not for ever. */
const LONGEST_HOLD_MS = 5000
/** A turn that is still asked for after this pause was not seen: it is made again. */
const REPEAT_PAUSE_MS = 1500

/** A person who turns their head as they are asked to: there, a moment's hold, and back. */
export class HeadMotion {
  private yaw = 0
  private phase: 'straight' | 'turning' | 'holding' | 'returning' = 'straight'
  private side: TurnSide | null = null
  private since = Number.NEGATIVE_INFINITY
  private lastStepAt: number | null = null

  /** The yaw at a moment, given the turn that is asked for then. Call with times that grow. */
  step(asked: TurnSide | null, nowMs: number): number {
    const elapsedMs = nowMs - (this.lastStepAt ?? nowMs)
    this.lastStepAt = nowMs
    if (this.phase === 'straight') this.start(asked, nowMs)
    else if (this.phase === 'turning') this.turn(asked, nowMs, elapsedMs)
    else if (this.phase === 'holding') this.hold(asked, nowMs)
    else this.goBack(nowMs, elapsedMs)
    return this.yaw
  }

  private start(asked: TurnSide | null, nowMs: number): void {
    if (asked === null) {
      this.side = null
      return
    }
    if (asked === this.side && nowMs - this.since < REPEAT_PAUSE_MS) return
    this.side = asked
    this.enter('turning', nowMs)
  }

  private turn(asked: TurnSide | null, nowMs: number, elapsedMs: number): void {
    if (asked !== this.side) {
      this.enter('returning', nowMs)
      return
    }
    const target = this.side === 'left' ? TURN_DEGREES : -TURN_DEGREES
    this.yaw = moveTowards(this.yaw, target, elapsedMs)
    if (this.yaw === target) this.enter('holding', nowMs)
  }

  private hold(asked: TurnSide | null, nowMs: number): void {
    const heldMs = nowMs - this.since
    const isEnough = asked === this.side ? heldMs >= LONGEST_HOLD_MS : heldMs >= HOLD_MS
    if (isEnough) this.enter('returning', nowMs)
  }

  private goBack(nowMs: number, elapsedMs: number): void {
    this.yaw = moveTowards(this.yaw, 0, elapsedMs)
    if (this.yaw === 0) this.enter('straight', nowMs)
  }

  private enter(phase: 'straight' | 'turning' | 'holding' | 'returning', nowMs: number): void {
    this.phase = phase
    this.since = nowMs
  }
}

function moveTowards(from: number, to: number, elapsedMs: number): number {
  const reach = (SPEED_DEGREES_PER_S * elapsedMs) / 1000
  return Math.abs(to - from) <= reach ? to : from + Math.sign(to - from) * reach
}
