/** RTP ticks a millisecond of video (RFC 7741 §6.1: 90 kHz). */
const TICKS_PER_MS = 90
/** How far the sender's clock may run from ours between two frames, ms, before ours is taken instead. */
const LARGEST_JUMP_MS = 5000

/**
 * Turns 32-bit RTP timestamps into milliseconds since the stream's first frame. A sender whose clock jumps
 * (a hostile one, or another camera) is put back on our clock, so that recordings keep true durations.
 */
export class MediaClock {
  #last: { timestamp: number; mediaTimeMs: number; receivedAtMs: number } | null = null

  /** The media time of the next frame, ms; never before the frame ahead of it. */
  read(timestamp: number, receivedAtMs: number): number {
    const last = this.#last
    const sentAfterMs = last ? ((timestamp - last.timestamp) | 0) / TICKS_PER_MS : 0
    const receivedAfterMs = last ? receivedAtMs - last.receivedAtMs : 0
    const isJump = sentAfterMs < 0 || Math.abs(sentAfterMs - receivedAfterMs) > LARGEST_JUMP_MS
    const mediaTimeMs = (last?.mediaTimeMs ?? 0) + Math.max(0, isJump ? receivedAfterMs : sentAfterMs)
    this.#last = { timestamp, mediaTimeMs, receivedAtMs }
    return mediaTimeMs
  }
}
