import type { Environment } from '../../domain/environment.ts'
import type { DocumentSideFacts, FaceFacts } from '../../domain/facts.ts'
import type { Identity } from '../../domain/identity.ts'
import type { DocumentChoice } from '../../domain/scene.ts'

/** Facts of a scene; `not-asked` when it was not filmed by plan, `failed` when analysis broke down. */
export type SceneOutcome<F> = F | 'not-asked' | 'failed'

/** All that the checks look at: what was seen, and what was asked and declared. */
export interface AttemptFacts {
  chosenDocument: DocumentChoice
  front: SceneOutcome<DocumentSideFacts>
  back: SceneOutcome<DocumentSideFacts>
  face: SceneOutcome<FaceFacts>
  referenceData: Identity
  product: 'standard' | 'certified'
  environment: Environment
  /** ISO date of the day of the answer. */
  today: string
}
