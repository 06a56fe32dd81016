import { LIGHT_COLOURS } from '../../../domain/faces/light.ts'
import type { Film } from '../../../test/people/film/film-person.ts'
import type { SegmentName } from './segment.ts'

/** Frames a second: what phones give, and what the capture app sends. */
export const FRAMES_PER_SECOND = 30
/** A hand sways slowly: each picture of a document stays this long, ms, as on the phone of the tests. */
const DOCUMENT_PICTURE_MS = 250
/** Length of the loop of a face that does not move, ms. */
const STILL_MS = 2000
/** How far the head turns; > 0 is the applicant's own left. */
const TURN_DEGREES = 24
/** An unhurried turn of the head. */
const SPEED_DEGREES_PER_S = 25

/** The pictures of each segment, one JPEG file a frame of the film. */
export type SegmentPlan = Partial<Record<SegmentName, string[]>>

/** Lays a film out in segments: loops of each scene, and turns to each side. */
export function planSegments(film: Film): SegmentPlan {
  const left = moveHead(TURN_DEGREES)
  const right = moveHead(-TURN_DEGREES)
  const show = (yaws: number[]) => yaws.map((yaw) => pictureAt(film, yaw))
  return {
    'document-front': swayingLoop(film.documentFront),
    ...(film.documentBack ? { 'document-back': swayingLoop(film.documentBack) } : {}),
    'face-straight': show(still(0)),
    ...litLoops(film),
    'face-left-there': show(left.there),
    'face-left-held': show(still(left.peak)),
    'face-left-back': show(left.back),
    'face-right-there': show(right.there),
    'face-right-held': show(still(right.peak)),
    'face-right-back': show(right.back),
  }
}

/** The face in the light of the screen, for each colour. */
function litLoops({ lit }: Film): SegmentPlan {
  if (!lit) return {}
  const loops = LIGHT_COLOURS.map((colour) => [`face-lit-${colour}`, still(0).map(() => lit[colour])])
  return Object.fromEntries(loops)
}

function swayingLoop(pictures: string[]): string[] {
  const frames = framesIn(pictures.length * DOCUMENT_PICTURE_MS)
  return Array.from({ length: frames }, (_, index) => {
    const timeMs = (index * 1000) / FRAMES_PER_SECOND
    return pictures[Math.floor(timeMs / DOCUMENT_PICTURE_MS) % pictures.length]
  })
}

function still(yaw: number): number[] {
  return Array.from({ length: framesIn(STILL_MS) }, () => yaw)
}

/** Yaws of a turn, one a frame: to its peak, where the head rests, and back to straight. */
function moveHead(peak: number): { there: number[]; peak: number; back: number[] } {
  const frames = framesIn((Math.abs(peak) * 1000) / SPEED_DEGREES_PER_S)
  const there = Array.from({ length: frames }, (_, index) => (peak * (index + 1)) / frames)
  return { there, peak, back: [...there.slice(0, -1).reverse(), 0] }
}

function pictureAt({ face }: Film, yaw: number): string {
  return face.reduce((best, view) => (Math.abs(view.yaw - yaw) < Math.abs(best.yaw - yaw) ? view : best)).path
}

function framesIn(durationMs: number): number {
  return Math.round((durationMs * FRAMES_PER_SECOND) / 1000)
}
