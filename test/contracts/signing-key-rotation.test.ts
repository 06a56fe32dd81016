import { verify } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClientAnswer, createClientBackend } from '../fakes/client-backend.ts'
import { findFaketime } from '../fakes/installed/find-faketime.ts'
import { type Service, startService } from '../fakes/service.ts'

/** Two starts of the whole service. */
const LIMIT_MS = 240_000
const FAKETIME = findFaketime()
let dataDirectory: string

describe.skipIf(!FAKETIME)('A year later, with the same data', () => {
  beforeAll(async () => {
    dataDirectory = await mkdtemp(join(tmpdir(), 'vidimus-year-'))
  })
  afterAll(() => rm(dataDirectory, { recursive: true, force: true }))

  test('answers carry the next version, and those of the year before still verify', {
    timeout: LIMIT_MS,
  }, async () => {
    const earlier = await ask({})
    expect(earlier.signature).toMatch(/^\d{10}\.\d{6}:\d+-test-v1:/)
    expect(earlier.keys).toMatchObject([{ version: 1, 'destroyed-at': null }])

    const later = await ask({
      LD_PRELOAD: FAKETIME ?? '',
      FAKETIME: '+366d',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    })
    expect(later.signature).toMatch(/^\d{10}\.\d{6}:\d+-test-v2:/)
    expect(later.keys).toMatchObject([
      { version: 1, 'public-key': earlier.keys[0]['public-key'] },
      { version: 2, 'destroyed-at': null },
    ])
    expect(later.keys[0]['destroyed-at']).toMatch(/Z$/)

    expect(verifies(earlier, later.keys[0])).toBe(true)
    expect(verifies(later, later.keys[1])).toBe(true)
    expect(verifies(later, later.keys[0])).toBe(false)
  })
})

interface Asked {
  signature: string
  text: string
  keys: Record<string, string>[]
}

/** Starts the service, has an answer signed, lists the keys and stops it. */
async function ask(environment: Record<string, string>): Promise<Asked> {
  const service = await startService({ dataDirectory, environment })
  try {
    return await askService(service)
  } finally {
    await service.stop()
  }
}

async function askService(service: Service): Promise<Asked> {
  const backend = createClientBackend(service)
  try {
    const answer = await backend.create({})
    const listed = await backend.send({ method: 'GET', path: '/signing-keys/' })
    const keys = listed.body.data.map(({ attributes }: { attributes: object }) => attributes)
    return { signature: signatureOf(answer), text: answer.text, keys }
  } finally {
    backend.close()
  }
}

function signatureOf({ status, headers }: ClientAnswer): string {
  expect(status).toBe(201)
  return String(headers['ubble-signature'])
}

function verifies({ signature, text }: Asked, key: Record<string, string>): boolean {
  const [timestamp, , base64] = signature.split(':')
  const signed = Buffer.from(`${timestamp}:${text}`)
  return verify('sha512', signed, key['public-key'], Buffer.from(base64, 'base64'))
}
