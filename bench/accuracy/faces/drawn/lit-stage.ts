import type { LightColour } from '../../../../domain/faces/light.ts'
import type { LightField } from '../../../../test/people/person/render/backdrop.ts'

/** What stands before the camera. */
export interface LitStage {
  room: LightField
  /** What the screen before it adds; of what the room lights, in a light as strong as the room's. */
  screen: LightField
  litBy: 'room' | 'itself'
  /** What a film that it plays shows besides: a person who was lit in another order. */
  plays?: { screen: LightField; order: readonly LightColour[] }
}
