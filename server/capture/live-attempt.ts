import type { LiveMessage } from '../../domain/capture-plan.ts'
import type { TurnChallenge } from '../../domain/challenge.ts'
import type { SceneName } from '../../domain/scene.ts'

/** An attempt as its applicant's token tells it. */
export interface LiveAttempt {
  attemptId: number
  identificationId: string
  scenes: { id: number; name: SceneName; challenge: TurnChallenge | null; capturedAt: Date | null }[]
}

/** A page on the live channel. */
export interface LiveListener {
  say(message: LiveMessage): void
  /** Nothing more will be said. */
  end(): void
}
