import type { ChosenFaceModel } from '../../../domain/faces/face-model.ts'
import type { LightColour, LightFacts, LightSignals } from '../../../domain/faces/light.ts'
import type { Guidance, GuidanceRequest } from '../../../domain/guidance.ts'
import type { Image } from '../../../domain/image.ts'
import type { Fault, ProblemCode } from '../../../domain/problem.ts'
import type { SceneAnalysis, SceneToAnalyze } from '../../../domain/scene-analysis.ts'

/** What a thread knows from the start: the operator's certificates (PEM), empty for none, and face model. */
export interface ThreadData {
  certificates: string
  faceModel: ChosenFaceModel | null
}

/** What a thread is asked to do, one thing at a time. */
export type ThreadRequest =
  | { kind: 'guide'; frame: Image; request: GuidanceRequest }
  | { kind: 'read-light'; asked: readonly LightColour[]; signals: LightSignals | null }
  | { kind: 'analyze'; scene: SceneToAnalyze }
  | { kind: 'close' }

/** What a thread answers: first that it is ready, then once for every request but the last. */
export type ThreadAnswer =
  | { kind: 'ready' }
  | { kind: 'guidance'; guidance: Guidance }
  | { kind: 'light'; light: LightFacts | null }
  | { kind: 'analysis'; analysis: SceneAnalysis }
  | { kind: 'failure'; message: string; problem: { code: ProblemCode; faults: Fault[] } | null }
