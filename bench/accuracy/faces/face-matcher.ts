import type { SeenFaceQuality } from '../../../domain/faces/judge-likeness.ts'
import type { Image } from '../../../domain/image.ts'

/** A face as a matcher knows it again: its template, and how well it was seen. */
export interface KnownFace extends SeenFaceQuality {
  template: readonly number[]
}

/** Something that finds faces and compares them: ours or the peer. */
export interface FaceMatcher {
  name: string
  isOurs: boolean
  /** The face of a live picture; null when none was found. */
  live(image: Image): Promise<KnownFace | null>
  /** The face on a picture of a card. */
  portrait(card: Image): Promise<KnownFace | null>
  /** The greater, the more alike. */
  score(a: KnownFace, b: KnownFace): number
  /** What it concludes of two faces. */
  band(a: KnownFace, b: KnownFace): 'accept' | 'review' | 'reject'
  close(): Promise<void>
}
