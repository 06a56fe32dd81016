import type { TurnChallenge } from './challenge.ts'
import type { LightSignals } from './faces/light.ts'
import type { SceneFacts } from './facts.ts'
import type { Image } from './image.ts'
import type { SceneName } from './scene.ts'

/** A finished scene with the frames kept of it, in the order they were filmed. */
export interface SceneToAnalyze {
  scene: SceneName
  /** Frames and the milliseconds since the scene began. */
  frames: { image: Image; timeMs: number }[]
  /** The turns asked in a face scene; null in a document scene. */
  challenge: TurnChallenge | null
  /** How a face's light changed while the screen showed colours; absent where nobody watched. */
  light?: LightSignals | null
  /** The same while the head turned. */
  turnLight?: LightSignals | null
  /** ISO date of the day, by which two-digit years get their century. */
  today: string
}

/** Facts of a scene and the pictures worth keeping. */
export interface SceneAnalysis {
  facts: SceneFacts
  /** Rectified card, or the live face; null when none was found. */
  crop: Image | null
  /** The portrait on the card; null when none was found. */
  portrait: Image | null
  /** What the holder signed on the card; null or absent where its layout has no such place or nothing is written there. */
  signature?: Image | null
}
