import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { PINNED_MODELS } from '../../analysis/models/pinned-models.ts'
import { convertModel } from './convert-model.ts'
import { modelFile } from './model-file.ts'

const PACKAGES = new URL('../../node_modules/', import.meta.url)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('convertModel()', () => {
  test.each(PINNED_MODELS)('gives the pinned bytes of $name out of the pinned files', (model) => {
    const files = model.files.map((file) => readFileSync(modelFile(model, file)))
    expect(files.map(sha256)).toEqual(model.files.map((file) => file.sha256))
    expect(sha256(convertModel(model, files))).toBe(model.sha256)
  })

  const packaged = PINNED_MODELS.filter(({ conversion }) => conversion !== 'own')

  test.each(packaged)('pins the installed version of the package of $name', (model) => {
    const manifest = readFileSync(new URL(`${model.package}/package.json`, PACKAGES), 'utf8')
    expect(JSON.parse(manifest).version).toBe(model.version)
  })
})
