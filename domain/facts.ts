import type { TurnChallenge, TurnSide } from './challenge.ts'
import type { BarcodeFacts } from './document/barcode-facts.ts'
import type { DoubtFacts } from './document/doubt-facts.ts'
import type { LicenceLineFacts } from './document/licence-line-facts.ts'
import type { PrintedLine, PrintFacts, SpecimenLine } from './document/print-facts.ts'
import type { FaceBands } from './face-bands.ts'
import type { FaceDoubts } from './faces/face-doubts.ts'
import type { LightFacts } from './faces/light.ts'
import type { StreamSignals } from './faces/stream-signals.ts'
import type { TurnLightFacts } from './faces/turn-light.ts'
import type { Box, Quad } from './image.ts'

/** Sharpness and light of a frame, crop or face. */
export interface FrameQuality {
  /**
   * Variance of the Laplacian. Frames and cards at 640 px width: clean prints near 900, unreadable below 60.
   * Faces aligned, at 112 px width and middle luma: soft below 60, useless below 25.
   */
  sharpness: number
  /** Mean luma, 0-255. */
  luma: number
  /** Share of the area that is burnt out, 0-1. */
  glareShare: number
}

/** A model that took part in a reading. */
export interface ModelUse {
  name: string
  sha256: string
}

/** Layouts of machine readable zones (ICAO 9303-4, -5, -6, -7; French card of 1988). */
export type MrzFormat = 'TD1' | 'TD2' | 'TD3' | 'MRV-A' | 'MRV-B' | 'FR-2x36'

/** One check digit of a zone and whether the text under it agrees. */
export interface MrzCheck {
  name: 'document-number' | 'birth-date' | 'expiry-date' | 'personal-number' | 'composite'
  valid: boolean
}

/** What the characters of a zone say; null where the format has no such field or it is unreadable. */
export interface MrzFields {
  documentCode: string
  issuingState: string
  documentNumber: string | null
  lastName: string
  firstNames: string[]
  /** ISO date YYYY-MM-DD. */
  birthDate: string | null
  gender: 'M' | 'F' | null
  /** ISO date YYYY-MM-DD. */
  expiryDate: string | null
  /** ISO date YYYY-MM-DD; only the French 2x36 card tells (its month, first day). */
  issueDate: string | null
  nationality: string | null
  personalNumber: string | null
}

/** A machine readable zone as read over several frames. */
export interface MrzFacts {
  format: MrzFormat
  /** The lines after voting and grammar. */
  lines: string[]
  /** The lines of the best single frame, before any voting. */
  rawLines: string[]
  checks: MrzCheck[]
  /** True when every check digit the format has agrees, over characters that were seen. */
  checksValid: boolean
  /** Lowest mean character probability of a line, 0-1; half of it where no check digit decides between two readings. */
  confidence: number
  /** Parts of which two readings fit and no check digit decides; absent in facts of before they were told apart. */
  undecided?: ('names' | 'numbers')[]
  /** The same as `confidence` of all that is decided. */
  decidedConfidence?: number
  /** How many frames, or pictures fused of different frames, read exactly these lines. */
  framesAgreeing: number
  /** How sure a frame of the scene is that shows another document's zone with all its digits; null where none does, absent in older facts. */
  anotherConfidence?: number | null
  fields: MrzFields
  /** How sure each field is that is written, 0-1: as its least certain character; absent in facts of before it was told. */
  fieldConfidences?: Partial<Record<keyof MrzFields, number>>
  /** Where they stand on the rectified card, px; null where no frame that shows them alone is kept, absent as well. */
  fieldBoxes?: Partial<Record<keyof MrzFields, Box>> | null
}

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
  /** Frames whose templates are in the mean. */
  views?: number
}

/** Where the card lies in the best frame. */
export interface CardFacts {
  quad: Quad
  frameWidth: number
  frameHeight: number
  coverage: number
  /** When that frame was filmed, from the scene's begin; null for one fused of several, absent in facts of before it was kept. */
  frameTimeMs?: number | null
}

/** What was seen of one side of a document. Never a judgement. */
export interface DocumentSideFacts {
  kind: 'document'
  side: 'front' | 'back'
  framesRead: number
  /** The card in the best frame, or null when no frame shows one. */
  card: CardFacts | null
  quality: FrameQuality | null
  /** Colour of the card beyond the tint of the light, levels 0-255; most grey copies stay below 6. Null without a card. */
  colourSpread: number | null
  /** The same of its most colourful spots: all but 1.5 % of the card have less. Absent in facts of before it was measured. */
  colourSpots?: number | null
  mrz: MrzFacts | null
  /** The portrait in the rectified crop, or null. */
  portrait: PortraitFacts | null
  /** What is printed on the card; null where no layout is known, absent in facts of before it was read. */
  print?: PrintFacts | null
  /** Lines of a front that no state's own layout reads, for what the zone on the back says; absent in facts of before they were kept. */
  lines?: PrintedLine[]
  /** Lines that say "specimen" alone, in some language, the surest of each word; absent in older facts. */
  specimenLines?: SpecimenLine[]
  /** The codes printed on the card; absent in facts of before they were read. */
  barcodes?: BarcodeFacts[]
  /** The one machine readable line on the back of a licence; null where none was read, absent in older facts. */
  licenceLine?: LicenceLineFacts | null
  /** What speaks against the card; null without a frame, absent in facts of before it was measured. */
  doubts?: DoubtFacts | null
  models: ModelUse[]
  /** Checks that this engine does not do; they stay null in the answer. */
  notChecked: string[]
}

/** Where a head points, degrees; yaw > 0 towards the image's right, pitch > 0 up. */
export interface HeadPose {
  yaw: number
  pitch: number
  roll: number
}

/** One turn as seen over the frames. */
export interface TurnFacts {
  side: TurnSide
  done: boolean
  /** Largest yaw change to the asked side from the frontal pose, degrees. */
  yawDegrees: number
  /** Whether angles between frontal and turned were seen too. */
  intermediateSeen: boolean
  /** Departure of the landmarks from a flat print, % of eye distance; flat prints stay below 3. */
  parallaxPercent: number | null
  /** How much narrower the face grew than its yaw explains, degrees; solid heads stay near 0, turned prints mostly exceed 12. */
  narrowingExcessDegrees: number | null
}

/** What was seen of the live face. Never a judgement. */
export interface FaceFacts {
  kind: 'face'
  framesRead: number
  framesWithFace: number
  /** Most faces seen at once. */
  facesAtOnce: number
  /** The most frontal, sharpest frame's face; null when no frame has one. */
  best: { box: Box; pose: HeadPose; confidence: number; quality: FrameQuality } | null
  challenge: TurnChallenge | null
  /** How many challenges this scene and those of attempts before it drew; absent where nobody counted. */
  challengesDrawn?: number
  turns: TurnFacts[]
  /**
   * Lowest similarity between the best face and those of the template, in the light of the screen and along the turns, -1..1;
   * null if no turn was seen, or no face in that light where it was asked for.
   */
  identityContinuity: number | null
  /** Mean unit vector of the good frames; null when there is none. */
  template: number[] | null
  templateModel: string | null
  /** The likenesses at which two templates of the model are judged; absent in facts of before they were kept. */
  templateBands?: FaceBands | null
  /** When the frames of the template were filmed and what they were worth, 0-1; absent as well. */
  templateFrames?: { timeMs: number; worth: number }[]
  /** What the stream showed besides; null or absent when nobody watched it. */
  signals?: StreamSignals | null
  /** How the face followed the colours of the screen; null or absent when none were shown or too little was seen. */
  light?: LightFacts | null
  /** How it went on following them while it turned; absent in facts of before it was measured. */
  turnLight?: TurnLightFacts | null
  /** What was measured over the frames to doubt the face by; absent in facts of before it was measured. */
  doubts?: FaceDoubts | null
  models: ModelUse[]
  notChecked: string[]
}

/** Facts of any scene. */
export type SceneFacts = DocumentSideFacts | FaceFacts
