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
   * Reads a finished scene. Takes its frames over: their pixels are gone afterwards.
   * Throws `Problem('unavailable')` when too many wait already, or when the thread broke down over it.
   */
  analyze(scene: SceneToAnalyze): Promise<SceneAnalysis>
  /** Finishes what runs, refuses what waits, ends the threads. */
  close(): Promise<void>
}
