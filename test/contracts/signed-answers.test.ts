import { createHash, verify } from 'node:crypto'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Credentials, createCredentials } from '../../server/accounts/create-credentials.ts'
import { analyze } from '../../server/journey/analyze.ts'
import { findLiveAttempt } from '../../server/journey/find-live-attempt.ts'
import { finish } from '../../server/journey/finish.ts'
import type { AnalysisContext } from '../../server/journey/journey-context.ts'
import { keepScene } from '../../server/journey/keep-scene.ts'
import { start } from '../../server/journey/start.ts'
import { fakeAnalysts } from '../fakes/api/fake-analysts.ts'
import { type ServedPlatform, servePlatform } from '../fakes/api/served-platform.ts'
import type { ClientAnswer, ClientBackend } from '../fakes/client-backend.ts'
import { findIntegratorPython, runIntegratorPython } from '../fakes/installed/integrator-python.ts'
import { makeFace, makeFront } from '../fakes/scene-facts.ts'

const PYTHON = findIntegratorPython()

let served: ServedPlatform
let backend: ClientBackend
let credentials: Credentials

beforeAll(async () => {
  served = await servePlatform()
  const { client, test: opened } = await served.addClient()
  backend = opened
  const owner = { accountId: client.account.id, configurationId: client.configurationId }
  credentials = await createCredentials(served.context.database, { ...owner, environment: 'test' })
}, 60_000)
afterAll(() => served?.close())

describe.skipIf(!PYTHON)("An integrator's scripts from the API text", () => {
  test('verify the signature of a processed identification with names beyond ASCII', async () => {
    const id = await createIdentification()
    await film(id)
    expect(await verifySignature(`/identifications/${id}/`)).toBe('True')
  })

  test('verify the signature of an error', async () => {
    expect(await verifySignature('/identifications/none/')).toBe('True')
  })

  test('refuse an answer that was altered on its way', async () => {
    const id = await createIdentification()
    const altered = "response._content = response.content.replace(b'uninitiated', b'processed')"
    await expect(verifySignature(`/identifications/${id}/`, altered)).rejects.toThrow('BadSignatureError')
  })

  test("agree that each asset's bytes have the hash that the signed answer says", async () => {
    const id = await createIdentification()
    await film(id)
    const { included } = (await backend.get(id)).body
    const { attributes: document } = included.find(({ type }: { type: string }) => type === 'documents')
    const { attributes: face } = included.find(({ type }: { type: string }) => type === 'faces')
    expect(await compareAsset(document['signed-image-front-url'], document['image-front-hash'])).toBe('True')
    expect(await compareAsset(face['signed-image-url'], face['image-hash'])).toBe('True')
    const another = `sha2-256:${'0'.repeat(64)}`
    expect(await compareAsset(face['signed-image-url'], another)).toBe('False')
  })
})

test.each([
  ['a filmed identification', async () => film(await createIdentification())],
  ['a standard answer', async () => '11111111-1111-1111-1111-111111111111'],
])('The bytes served of %s have the hashes that its signed answer says', async (_what, prepare) => {
  const id = await prepare()
  const answer = await backend.get(id)
  expect(await isSigned(answer)).toBe(true)
  const find = (wanted: string) =>
    answer.body.included.find(({ type }: { type: string }) => type === wanted).attributes
  const [document, face] = [find('documents'), find('faces')]
  const { videos } = (await backend.send({ method: 'GET', path: `/identifications/${id}/assets/` })).body
  const addresses = {
    [document['image-front-hash']]: document['signed-image-front-url'],
    [document['video-front-hash']]: videos.front_id.url,
    [face['image-hash']]: face['signed-image-url'],
    [face['video-hash']]: videos.face.url,
  }
  expect(Object.keys(addresses)).toHaveLength(4)
  for (const [hash, url] of Object.entries(addresses)) {
    const { status, bytes } = await served.download(url)
    expect(status).toBe(200)
    expect(hash).toBe(`sha2-256:${createHash('sha256').update(bytes).digest('hex')}`)
  }
})

/** Whether an answer's signature holds over its bytes, by the newest public key. */
async function isSigned({ headers, bytes }: ClientAnswer): Promise<boolean> {
  const { body } = await backend.send({ method: 'GET', path: '/signing-keys/' })
  const [timestamp, , signature] = String(headers['ubble-signature']).split(':')
  const payload = Buffer.concat([Buffer.from(`${timestamp}:`), bytes])
  const key = body.data.at(-1).attributes['public-key']
  return verify('sha512', payload, key, Buffer.from(signature, 'base64'))
}

async function verifySignature(path: string, tampering = ''): Promise<string> {
  const { body } = await backend.send({ method: 'GET', path: '/signing-keys/' })
  const { clientId, clientSecret } = credentials
  return runIntegratorPython({
    python: PYTHON ?? '',
    authorityCert: served.authorityCert,
    before: [
      'import requests',
      `response = requests.get("${served.apiUrl}${path}", auth=("${clientId}", "${clientSecret}"))`,
      tampering,
    ].join('\n'),
    example: 'verify-response-signature.py',
    files: { 'ubble_public_key.key': body.data[0].attributes['public-key'] },
  })
}

function compareAsset(url: string, hash: string): Promise<string> {
  return runIntegratorPython({
    python: PYTHON ?? '',
    authorityCert: served.authorityCert,
    before: '',
    example: 'verify-assets.py',
    placeholders: {
      'https://storage.ubble.ai/image-url.png': url,
      'sha2-256:<image-hash-string>': hash,
    },
  })
}

async function createIdentification(): Promise<string> {
  const named = { 'reference-data': { 'first-name': 'ÉLODIE', 'last-name': 'MÜLLER-ŁUKASZ' } }
  return (await backend.create(named)).body.data.attributes['identification-id']
}

/** Films and analyses everything, as phone, media process and worker do together; gives back the id. */
async function film(identificationId: string): Promise<string> {
  const context = withAnalysts(served)
  const visit = { identificationId, document: 'passport', userAgent: null, ipAddress: null } as const
  const { attemptToken } = await start(context, visit)
  const { scenes } = await findLiveAttempt(context, identificationId, attemptToken)
  for (const [index, { id }] of scenes.entries()) {
    const grey = { width: 64 + index, height: 48, channels: 3, background: '#888' } as const
    const jpeg = await sharp({ create: grey }).jpeg().toBuffer()
    const read = () => Readable.from([Buffer.from(`a film of scene ${id}`)])
    const recording = { contentType: 'video/webm' as const, read }
    await keepScene(context, { sceneId: id, frames: [{ jpeg, timeMs: 0 }], recording })
    await analyze(context, id)
  }
  await finish(context, identificationId, attemptToken)
  return identificationId
}

/** Analysts that see a good passport and a good face in everything. */
function withAnalysts({ context }: ServedPlatform): AnalysisContext {
  return {
    ...context,
    analysts: fakeAnalysts(async ({ scene, frames }) => ({
      facts: scene === 'face' ? makeFace() : makeFront(),
      crop: frames[0].image,
      portrait: null,
    })),
  }
}
