import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/fakes/test-database.ts'
import { assertMasterKey } from './assert-master-key.ts'
import { openMasterKey } from './master-key.ts'
import { createKeyring, MASTER_KEY_BYTES } from './master-keyring.ts'

const KEY = Buffer.alloc(MASTER_KEY_BYTES, 251)
let folder: string
let opened: TestDatabase

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'master-key-'))
  opened = await openTestDatabase()
}, 60_000)
afterAll(async () => {
  await opened?.close()
  await rm(folder, { recursive: true, force: true })
}, 60_000)

describe('openMasterKey()', () => {
  const made = () => join(folder, 'keys', 'master.key')

  test.each(['base64', 'base64url'] as const)('reads %s, given or in a file', async (encoding) => {
    const text = KEY.toString(encoding)
    const path = join(folder, encoding)
    await writeFile(path, `${text}\n`)
    expect(await openMasterKey({ from: 'environment', base64: text }, made())).toEqual(KEY)
    expect(await openMasterKey({ from: 'file', path }, made())).toEqual(KEY)
  })

  test('makes one where none is given, the same ever after, in a file for its owner alone', async () => {
    const first = await openMasterKey({ from: 'data' }, made())
    expect(first).toHaveLength(MASTER_KEY_BYTES)
    expect(await openMasterKey({ from: 'data' }, made())).toEqual(first)
    expect((await stat(made())).mode & 0o777).toBe(0o600)
    expect(Buffer.from(await readFile(made(), 'utf8'), 'base64url')).toEqual(first)
  })

  test('tells a file that is missing or holds something else, without what it holds', async () => {
    const path = join(folder, 'short')
    await writeFile(path, 'c2hvcnQ=')
    const short = openMasterKey({ from: 'file', path }, made())
    await expect(short).rejects.toThrow(`The master key in ${path} must be 32 bytes in Base64`)
    const missing = openMasterKey({ from: 'file', path: join(folder, 'none') }, made())
    await expect(missing).rejects.toThrow('cannot be read (ENOENT)')
  })
})

describe('assertMasterKey()', () => {
  test('lets the key of the first start pass ever after, and tells every other one', async () => {
    const { database } = opened
    const keyring = createKeyring(KEY)
    await assertMasterKey({ database, keyring })
    await assertMasterKey({ database, keyring })
    const other = createKeyring(Buffer.alloc(MASTER_KEY_BYTES, 7))
    const refused = assertMasterKey({ database, keyring: other })
    await expect(refused).rejects.toThrow(/^The master key is not the one that this data was sealed with: /)
    await assertMasterKey({ database, keyring })
  })
})
