import type { CaptureApi } from '../api/capture-api.ts'
import type { PlannedScene } from '../camera/open-camera.ts'
import type { Loss } from '../publish/publisher.ts'
import type { AttemptMemory } from './attempt-memory.ts'
import type { Stage } from './stage.ts'

/** What films: the camera and the connection of one attempt (see Publisher). */
export interface Filmer {
  useCamera(scene: PlannedScene): Promise<MediaStream>
  connect(): Promise<void>
  onLoss(listener: (loss: Loss) => void): void
  disconnect(): Promise<void>
  close(): Promise<void>
}

/** What the journey needs from outside; tests give others. */
export interface JourneyParts {
  stage: Stage
  api: CaptureApi
  memory: AttemptMemory
  createFilmer(token: string): Filmer
  /** Leaves the page. */
  go(url: string): void
}
