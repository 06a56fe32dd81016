import { createEngine, type Engine, type NetworkName } from '../../../analysis/engine.ts'
import { loadModels } from '../../platform/analysts/load-models.ts'
import { readSettings } from '../../settings.ts'

/** An engine that loads its models when the first good file needs them: a bad file is told at once. */
export class LateEngine {
  readonly #networks: readonly NetworkName[]
  #engine: Promise<Engine> | null = null

  /** With the networks that the command runs: the others would fill memory for nothing. */
  constructor(networks: readonly NetworkName[]) {
    this.#networks = networks
  }

  /** The engine, loaded by the first call. */
  open(): Promise<Engine> {
    this.#engine ??= load(this.#networks)
    return this.#engine
  }

  /** Frees the models, if any were loaded. */
  async close(): Promise<void> {
    await (await this.#engine)?.close()
  }
}

async function load(networks: readonly NetworkName[]): Promise<Engine> {
  const { buildModels } = await import('../../../tools/models/build-models.ts')
  await buildModels({ log: (line) => process.stderr.write(`${line}\n`) })
  const { faceModel } = readSettings()
  return createEngine(await loadModels(faceModel), { faceModel, networks })
}
