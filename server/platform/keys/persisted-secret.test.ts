import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSecret } from './persisted-secret.ts'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'secret-'))
})
afterEach(() => rm(directory, { recursive: true }))

describe('openSecret()', () => {
  test('gives every process the same secret, also those that open it first at once', async () => {
    const path = join(directory, 'keys', 'storage.secret')
    const secrets = await Promise.all(Array.from({ length: 10 }, () => openSecret(path)))
    expect(new Set(secrets).size).toBe(1)
    expect(secrets[0]).toMatch(/^[\w-]{43}$/)
    expect(await readdir(join(directory, 'keys'))).toEqual(['storage.secret'])
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  test('refuses a secret that was cut short', async () => {
    await writeFile(join(directory, 'short'), 'abc')
    await expect(openSecret(join(directory, 'short'))).rejects.toThrow('cut short')
  })
})
