import type { FaceBands } from '../face-bands.ts'
import type { FrameQuality } from '../facts.ts'
import type { Box } from '../image.ts'

/** The portrait on a card as it was read. What is optional is absent in facts of before it was measured. */
export interface PortraitFacts {
  /** In pixels of the rectified card. */
  box: Box
  confidence: number
  /** Unit vector. */
  template: number[]
  templateModel: string
  /** The likenesses at which two templates of the model are judged. */
  templateBands?: FaceBands
  /** Of the face laid out; small portraits are enlarged for it and measure blurred. */
  quality?: FrameQuality
  /** Width of the face on the card, px. */
  faceWidthPx?: number
}
