import { createEngine, type Engine } from '../../../analysis/engine.ts'
import { loadModels } from '../../platform/analysts/load-models.ts'
import { readSettings } from '../../settings.ts'

/** An engine that loads its models when the first good file needs them: a bad file is told at once. */
export class LateEngine {
  #engine: Promise<Engine> | null = null

  /** The engine, loaded by the first call. */
  open(): Promise<Engine> {
    this.#engine ??= load()
    return this.#engine
  }

  /** Frees the models, if any were loaded. */
  async close(): Promise<void> {
    await (await this.#engine)?.close()
  }
}

async function load(): Promise<Engine> {
  const { buildModels } = await import('../../../tools/models/build-models.ts')
  await buildModels({ log: (line) => process.stderr.write(`${line}\n`) })
  const { faceModel } = readSettings()
  return createEngine(await loadModels(faceModel), { faceModel })
}
