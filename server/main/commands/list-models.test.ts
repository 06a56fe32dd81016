import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { PINNED_MODELS } from '../../../analysis/models/pinned-models.ts'
import { modelFile } from '../../../tools/models/model-file.ts'

const PROJECT = resolve(import.meta.dirname, '../../..')
/** A process is started. */
const TIMEOUT_MS = 60_000

async function listed(): Promise<Record<string, string>[]> {
  const words = ['bin/vidimus', 'models', '--json']
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: PROJECT })
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

it(
  'lists every model with the hash of each file it names and of what is loaded',
  async () => {
    const models = await listed()
    expect(models.map(({ name }) => name)).toEqual(PINNED_MODELS.map(({ name }) => name))
    expect(models.map(({ builtSha256 }) => builtSha256)).toEqual(PINNED_MODELS.map(({ sha256 }) => sha256))
    const second = models.map((model) => [
      model.weightsFile ?? model.dictionaryFile,
      model.weightsSha256 ?? model.dictionarySha256,
    ])
    expect(second.filter(([path]) => path)).toHaveLength(
      PINNED_MODELS.filter(({ files }) => files.length === 2).length,
    )
    for (const [index, { file, sha256 }] of models.entries()) {
      const hashOf = async (path: string) => {
        const bytes = await readFile(modelFile(PINNED_MODELS[index], { path, sha256 }))
        return createHash('sha256').update(bytes).digest('hex')
      }
      expect(await hashOf(file)).toBe(sha256)
      const [secondFile, secondSha256] = second[index]
      if (secondFile) expect(await hashOf(secondFile)).toBe(secondSha256)
    }
  },
  TIMEOUT_MS,
)
