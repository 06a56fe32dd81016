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
  /** Peers are only shown pictures of real documents and of none. */
  isOurs: boolean
  /** Reads the pictures as frames of one film. */
  read(frames: readonly Image[]): Promise<ZoneAnswer>
}
