import type { TextReading } from '../../text/decode-text.ts'

/** A line of print on the upright card and where it stands there, px. */
export interface TextLine extends TextReading {
  left: number
  top: number
  right: number
  bottom: number
  /** Whether it was only glanced at: good enough for a label, not for a value. */
  isGlance: boolean
}
