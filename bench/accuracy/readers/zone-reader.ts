import type { Image } from '../../../domain/image.ts'

/** What a reader makes of pictures of one side of a document. */
export interface ZoneAnswer {
  /** The lines of the zone, or null where it finds none. */
  lines: string[] | null
  /** Whether it says that every check digit agrees. */
  checksValid: boolean
}

/** A reader of zones that the bench measures. */
export interface ZoneReader {
  name: string
  /** Whether more frames than one tell it more. */
  readsFilms: boolean
  /** Reads the pictures as frames of one film. */
  read(frames: readonly Image[]): Promise<ZoneAnswer>
}
