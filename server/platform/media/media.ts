import type { Image } from '../../../domain/image.ts'

/** A decoded camera frame; `image` is full size. */
export interface CameraFrame {
  image: Image
  /** Milliseconds on the sender's media clock since the stream's first frame. */
  mediaTimeMs: number
  /** When its last packet reached us, on our clock (performance.now milliseconds). */
  receivedAtMs: number
}

/** A recording that was closed. */
export interface FinishedRecording {
  contentType: 'video/webm' | 'video/mp4'
  frames: number
  durationMs: number
  /** Its bytes, which lie on the disk encrypted under a key that only memory holds. */
  read(): AsyncIterable<Uint8Array>
  /** Deletes it; whoever was given it does so in the end. */
  discard(): Promise<void>
}

/** One publisher's live stream. */
export interface CameraStream {
  readonly id: string
  /** SDP answer (RFC 9725 §4.2) and its entity tag. */
  readonly answer: string
  readonly etag: string
  /** Called for about 5 to 8 decoded frames a second; slow handlers make frames skip, never queue. */
  onFrame(handler: (frame: CameraFrame) => Promise<void>): void
  /** Called once: the applicant is gone (4 s of silence, 60 s without media, or the transport closed). */
  onGone(handler: () => void): void
  /** Starts a recording at the next key frame, which it asks for. */
  startRecording(path: string): Promise<void>
  /** Ends the current recording; null when none had a frame. Throws what the disk threw. */
  stopRecording(): Promise<FinishedRecording | null>
  /** Ends the current recording and deletes its file. */
  discardRecording(): Promise<void>
  /** Counters for the log and the benches. */
  stats(): Record<string, number>
  /** Ends stream and decoder; a recording that still runs is discarded. */
  close(): Promise<void>
}

/** Takes publishers in. */
export interface MediaServer {
  /** Answers a WHIP offer. Throws `Problem('params_invalid')` for a bad offer, `Problem('unavailable')` when full. */
  accept(offer: string): Promise<CameraStream>
  close(): Promise<void>
}
