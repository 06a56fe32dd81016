import type { TurnSide } from './challenge.ts'
import type { FaceTints, LightColour } from './faces/light.ts'
import type { FrameQuality, HeadPose } from './facts.ts'
import type { Hint } from './hint.ts'
import type { Quad } from './image.ts'
import type { SceneName } from './scene.ts'

/** What the camera is expected to show when a frame is judged for guidance. */
export interface GuidanceRequest {
  scene: SceneName
  /** In a face scene: the turn asked at this moment, or null while looking straight. */
  turn: TurnSide | null
  /** In a face scene: the colour of the screen at this moment, when there is one. */
  light?: LightColour | null
  /** In a face scene: the pose of the frame judged before and the time since then; tells whether a turn is too fast. */
  previous?: { pose: HeadPose; elapsedMs: number } | null
  /** In a document scene: the card's corners in the frame judged before; tells whether it is held still. */
  previousQuad?: Quad | null
}

/** The quick reading of one frame while the camera runs. */
export interface Guidance {
  hint: Hint
  /** How useful the frame is as evidence, 0-1; 0 when it shows nothing of the scene. */
  worth: number
  quality: FrameQuality
  /** Card corners in frame pixels, when a card is seen. */
  quad: Quad | null
  /** Head pose, when exactly one face is seen. */
  pose: HeadPose | null
  /** The light on the face; measured while the screen shows a colour alone. */
  tints?: FaceTints | null
}
