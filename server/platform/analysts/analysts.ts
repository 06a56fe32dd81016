import type { LightColour, LightFacts, LightSignals } from '../../../domain/faces/light.ts'
import type { Guidance, GuidanceRequest } from '../../../domain/guidance.ts'
import type { Image } from '../../../domain/image.ts'
import type { SceneAnalysis, SceneToAnalyze } from '../../../domain/scene-analysis.ts'

/** Threads that run `analysis/` off the event loop; each loads the models once. */
export interface Analysts {
  /**
   * Judges one frame while the camera runs, before any scene that waits. The frame stays the caller's.
   * Throws `Problem('unavailable')` when too many wait already, or when the thread broke down over it.
   */
  guide(frame: Image, request: GuidanceRequest): Promise<Guidance>
  /**
   * Reads how a face follows the colours of the screen while it is filmed, as urgently as a frame.
   * Throws `Problem('unavailable')` as `guide` does.
   */
  readLight(asked: readonly LightColour[], signals: LightSignals | null): Promise<LightFacts | null>
  /**
   * Reads a finished scene. Takes its frames over: their pixels are gone afterwards.
   * Throws `Problem('unavailable')` when too many wait already, or when the thread broke down over it.
   */
  analyze(scene: SceneToAnalyze): Promise<SceneAnalysis>
  /** Finishes what runs, refuses what waits, ends the threads. */
  close(): Promise<void>
}
