import type { CapturePlan } from '../../domain/capture-plan.ts'
import type { DocumentChoice, SceneName } from '../../domain/scene.ts'

/** Camera size asked for, px: a card at 71 % of this width reads 11 of 11 fields at 650 kb/s. */
const CAMERA = { width: 1280, height: 720 }

/** What an attempt films, from its scenes and which of them are captured. */
export function planCapture(attempt: {
  attemptToken: string
  document: DocumentChoice
  scenes: { name: SceneName; isCaptured: boolean }[]
}): CapturePlan {
  const { attemptToken, document, scenes } = attempt
  return {
    attemptToken,
    document,
    scenes: scenes.map(({ name }) => ({
      name,
      facing: name === 'face' ? 'user' : 'environment',
      ...CAMERA,
    })),
    nextScene: scenes.find(({ isCaptured }) => !isCaptured)?.name ?? null,
  }
}
