import { createEngine, type Engine } from '../../analysis/engine.ts'
import { loadModels } from '../../server/platform/analysts/load-models.ts'
import { buildModels } from '../../tools/models/build-models.ts'

/** The real engine on the pinned models, which are built when that was not done yet. */
export async function loadEngine(): Promise<Engine> {
  await buildModels({ log: () => {} })
  return await createEngine(await loadModels())
}
