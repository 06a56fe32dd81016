import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { API_VERSIONS } from '../../domain/api-version.ts'
import { createTestAuthority } from '../fakes/certificates.ts'
import { createClientBackend } from '../fakes/client-backend.ts'
import { type Service, startService } from '../fakes/service.ts'

const VIDIMUS = resolve(import.meta.dirname, '../../bin/vidimus')
/** Commands one after the other, then a service and commands beside it. */
const LIMIT_MS = 240_000
const [, OLDEST] = API_VERSIONS
const run = promisify(execFile)

let folder: string
let dataDirectory: string
let service: Service | undefined

// biome-ignore lint/suspicious/noExplicitAny: a script reads what commands tell as it is
async function tell(...words: string[]): Promise<any> {
  return JSON.parse(await say(...words, '--json'))
}

async function say(...words: string[]): Promise<string> {
  const env = { ...process.env, VIDIMUS_DATA: dataDirectory }
  return (await run(process.execPath, [VIDIMUS, ...words], { env, timeout: LIMIT_MS })).stdout
}

/** What a command that fails says, and its exit code. */
async function fail(...words: string[]): Promise<{ code: number; stderr: string }> {
  return say(...words).then(
    (told) => Promise.reject(new Error(`It did not fail: ${told}`)),
    ({ code, stderr }) => ({ code, stderr }),
  )
}

async function statusWith(credentials: { clientId: string; clientSecret: string }, pair: string | null) {
  const backend = createClientBackend({
    apiUrl: service?.apiUrl ?? '',
    caFile: service?.caFile ?? '',
    clientId: credentials.clientId,
    clientSecret: credentials.clientSecret,
    ...(pair ? { certFile: `${pair}.crt`, keyFile: `${pair}.key` } : {}),
  })
  return (await backend.create({}).finally(() => backend.close())).status
}

describe('The commands for accounts', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'commands-'))
    dataDirectory = join(folder, 'data')
  })
  afterAll(async () => {
    await service?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  test('set a client up before the first start and change it beside a running service', {
    timeout: LIMIT_MS,
  }, async () => {
    const account = await tell('accounts', 'create', 'Acme')
    expect(account).toEqual({ id: account.id, name: 'Acme', certificatePolicy: 'required' })
    const redirect = ['--redirect-url', 'https://acme.example/back', '--signing', 'P-384']
    const configuration = await tell('configurations', 'create', String(account.id), 'Shop', ...redirect)
    expect(configuration).toMatchObject({ name: 'Shop', signing: 'P-384', review: 'never', webhook: null })
    const line = [String(configuration.id), '--environment', 'test']
    const older = await tell('credentials', 'add', ...line)
    const pair = join(folder, 'acme')
    const issued = await tell('certificates', 'issue', String(account.id), '--out', pair)
    expect((await stat(`${pair}.key`)).mode & 0o777).toBe(0o600)

    service = await startService({ dataDirectory })
    expect(await statusWith(older, pair)).toBe(201)
    expect(await statusWith(older, null)).toBe(401)
    const newer = await tell('credentials', 'add', ...line)
    expect([await statusWith(older, pair), await statusWith(newer, pair)]).toEqual([201, 201])
    await tell('credentials', 'revoke', older.clientId)
    expect([await statusWith(older, pair), await statusWith(newer, pair)]).toEqual([401, 201])
    await tell('certificates', 'revoke', String(account.id), issued.fingerprint)
    expect(await statusWith(newer, pair)).toBe(401)
    await tell('accounts', 'policy', String(account.id), 'optional')
    expect(await statusWith(newer, null)).toBe(201)

    const listed = await say('credentials', 'list', '--account', String(account.id))
    expect(listed).toContain(older.clientId)
    expect(listed).not.toContain(newer.clientSecret)
    const rotated = await tell('keys', 'rotate', ...line)
    expect(rotated).toMatchObject({ name: `${configuration.id}-test-v2`, curve: 'P-384' })
    expect(await say('keys', 'export', `${configuration.id}-test-v1`)).toMatch(
      /^-----BEGIN PUBLIC KEY-----\n/,
    )
    await say('webhooks', 'secrets', 'rotate', '--configuration', ...line)
    await say('accounts', 'pin', String(account.id), OLDEST)
    await tell('configurations', 'update', String(configuration.id), '--review', 'always', '--signing', 'off')
    const [changed] = await tell('configurations', 'list', '--account', String(account.id))
    expect(changed).toMatchObject({
      name: 'Shop',
      review: 'always',
      signing: 'off',
      retentionDays: 'for ever',
    })
    const keptFor = (days: string) =>
      tell('configurations', 'update', String(configuration.id), '--retention', days)
    expect(await keptFor('30')).toMatchObject({ retentionDays: 30 })
    expect(await keptFor('ever')).toMatchObject({ retentionDays: 'for ever' })

    expect(await tell('audit', 'verify')).toMatchObject({ verdict: 'whole' })
    const acts = await tell('audit', 'list', '--account', String(account.id))
    const revoked = {
      action: 'credentials.revoked',
      actor: 'command',
      subject: `credentials ${older.clientId}`,
    }
    expect(acts).toContainEqual(expect.objectContaining(revoked))
    expect(acts).toContainEqual(
      expect.objectContaining({ action: 'identification.created', actor: 'client' }),
    )
    const signing = { subject: `configuration ${configuration.id}`, accountId: account.id }
    expect(acts).toContainEqual(
      expect.objectContaining({ ...signing, action: 'signing-key.created', actor: 'service' }),
    )
    for (const action of ['signing-key.rotated', 'webhook-secret.rotated']) {
      expect(acts).toContainEqual(expect.objectContaining({ ...signing, action, actor: 'command' }))
    }
    expect(acts).toContainEqual(expect.objectContaining({ action: 'account.pinned', detail: OLDEST }))
  })

  test('refuse in one sentence what cannot be', { timeout: LIMIT_MS }, async () => {
    const { id } = await tell('accounts', 'create', 'Other')
    const { cert } = await (await createTestAuthority('Other')).issue({ name: 'other', use: 'server' })
    const file = join(folder, 'server.crt')
    await writeFile(file, cert)
    const register = await fail('certificates', 'register', String(id), file)
    expect(register).toEqual({ code: 1, stderr: 'The certificate is not made for client authentication\n' })
    const unknown = await fail('credentials', 'add', '1', '--environment', 'live')
    expect(unknown).toEqual({ code: 1, stderr: 'No configuration has this id\n' })
    const policy = await fail('accounts', 'policy', '1', 'optional')
    expect(policy).toEqual({ code: 1, stderr: 'No account has this id\n' })
  })
})
