import type { SceneFacts } from '../../../domain/facts.ts'
import { type DataKey, openSealed } from '../../platform/keys/keys.ts'

/** Where the facts of a scene lie sealed. */
export function factsPlace(scene: number): string {
  return `scenes.facts_sealed/${scene}`
}

/** What analysis saw of a scene; null before it, when it broke down, and after anonymization. */
export function openFacts(
  dataKey: DataKey | null,
  scene: { id: number; facts_sealed: Buffer | null },
): SceneFacts | null {
  return openSealed<SceneFacts>(dataKey, factsPlace(scene.id), scene.facts_sealed)
}
