import type { ReadNotes } from '../audit/read-notes.ts'
import type { Analysts } from '../platform/analysts/analysts.ts'
import type { Platform } from '../platform/platform.ts'

/** What every step of the journey gets: the platform and the limits the operator has set. */
export interface JourneyContext extends Platform {
  /** How long a link lives after the applicant's last activity, milliseconds. */
  linkMs: number
  /** How long a link lives that nobody has opened, milliseconds. */
  unopenedLinkMs: number
  /** Whether the screen lights the face in colours; left out, it does. */
  faceLight?: 'asked' | 'left-out'
  /** Whether webhooks may go to this machine. */
  localReceivers: 'allowed' | 'refused'
  /** How webhooks leave this machine; left out, by its own address and directly. */
  webhookRoute?: { sourceAddress?: string; proxyUrl?: string }
  /** Where reading is noted; left out, nowhere. */
  reads?: ReadNotes
}

/** A context that can also read pictures. */
export interface AnalysisContext extends JourneyContext {
  analysts: Analysts
}
