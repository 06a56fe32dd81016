import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApi, runApi } from '../../test/fakes/api/running-api.ts'
import { listAccounts } from '../accounts/list-accounts.ts'
import { revokeCredentials } from '../accounts/revoke-credentials.ts'
import { openAuthority } from '../platform/keys/local-authority.ts'
import { readSettings } from '../settings.ts'
import { openFirstRun } from './first-run.ts'
import { keysDirectory } from './open-keys.ts'

const STARTED_AT = new Date('2026-03-04T05:06:07.890Z')
/** After the link of the first start has ended. */
const LATER = new Date('2026-03-08T05:06:07.890Z')

let folder: string
let api: RunningApi
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'first-run-'))
  api = await runApi(STARTED_AT)
}, 60_000)
afterAll(async () => {
  await api?.close()
  await rm(folder, { recursive: true })
})

test('A start offers an address that can be opened, also once credentials are revoked, and nothing once its file is gone', async () => {
  const settings = readSettings({ VIDIMUS_DATA: folder })
  const authority = await openAuthority(keysDirectory(settings), {
    hostNames: ['localhost'],
    clock: api.context.clock,
  })
  const open = () => openFirstRun({ settings, platform: api.context, authority })
  const start = async () => (await open()) ?? expect.fail('There are no facts of a first start')
  const first = await start()
  expect(await start()).toEqual(first)
  api.setTime(LATER)
  const later = await start()
  expect(later.identificationUrl).not.toBe(first.identificationUrl)
  expect(later.clientSecret).toBe(first.clientSecret)
  await revokeCredentials(api.store.database, { clientId: first.clientId, now: LATER })
  api.setTime(new Date(LATER.getTime() + (LATER.getTime() - STARTED_AT.getTime())))
  expect(await start()).toEqual(later)
  const accounts = await listAccounts(api.store.database)
  const path = join(folder, 'first-run.json')
  await rm(path)
  expect(await open()).toBeNull()
  expect(await listAccounts(api.store.database)).toEqual(accounts)
  expect(existsSync(path)).toBe(false)
})
