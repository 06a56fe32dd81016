import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSettings } from './settings.ts'

const BYTES = 'a network'
const GOOD = {
  name: 'chosen',
  file: 'chosen.onnx',
  sha256: createHash('sha256').update(BYTES).digest('hex'),
  licence: 'ours',
  provenance: 'trained by us on people who agreed',
  layout: 'arcface-112',
  channels: 'rgb',
  mean: 127.5,
  scale: 1 / 128,
  bands: { accept: 0.5, reject: 0.3 },
}

describe('VIDIMUS_FACE_MODEL', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'face-model-'))
    await writeFile(join(folder, GOOD.file), BYTES)
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function read(description: string | object) {
    const path = join(folder, 'description.json')
    await writeFile(path, typeof description === 'string' ? description : JSON.stringify(description))
    return readSettings({ VIDIMUS_FACE_MODEL: path }).faceModel
  }

  test('is read with its file proven', async () => {
    const { file, ...model } = GOOD
    expect(await read(GOOD)).toEqual({ ...model, path: join(folder, file) })
    expect(readSettings({}).faceModel).toBeNull()
  })

  test.each([
    ['{', 'it is not JSON'],
    [{ ...GOOD, sha256: '0'.repeat(64) }, 'its file has SHA-256'],
    [{ ...GOOD, file: 'gone.onnx' }, 'there is no file'],
    [{ ...GOOD, provenance: '' }, 'provenance'],
    [{ ...GOOD, name: 'face-embedding' }, 'its name is taken'],
    [{ ...GOOD, bands: { accept: 0.3, reject: 0.5 } }, 'reject must not be above accept'],
    [{ ...GOOD, more: 1 }, 'more'],
  ])('refuses the start over %o', async (description, fault) => {
    await expect(read(description)).rejects.toThrow(fault)
  })
})
