import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerAttempt } from '../../test/fakes/api/answer-attempt.ts'
import {
  type ServedClient,
  type ServedPlatform,
  servePlatform,
} from '../../test/fakes/api/served-platform.ts'
import { makeFace, makeFront } from '../../test/fakes/scene-facts.ts'
import { lockIdentification } from '../identifications/lock-identification.ts'
import { moveTo } from './_move-to.ts'
import { start } from './start.ts'

const START_LIMIT_MS = 60_000

// biome-ignore lint/suspicious/noExplicitAny: an answer is read as a client without types does
type Answer = any

let served: ServedPlatform
let client: ServedClient

beforeAll(async () => {
  served = await servePlatform()
  client = await served.addClient()
}, START_LIMIT_MS)

afterAll(() => served?.close())

const find = (answer: Answer, type: string) => answer.included.find((one: Answer) => one.type === type)

/** An applicant who waited long enough: processing, with an answer still to come. */
async function waitInVain() {
  const { context } = served
  const identificationId: string = (await client.test.create({})).body.data.attributes['identification-id']
  const visit = { identificationId, document: 'passport', userAgent: null, ipAddress: null } as const
  await start(context, visit)
  const id = await context.database.transaction().execute(async (transaction) => {
    const identification = await lockIdentification(transaction, { identificationId })
    await moveTo(context, transaction, { identification, to: 'processing', now: new Date() })
    return identification.id
  })
  return { id, identificationId }
}

test('In processing the document and the face have their numbers before there is an answer', async () => {
  const { identificationId } = await waitInVain()
  const { body } = await client.test.get(identificationId)
  expect(body.included.map(({ type }: Answer) => type)).toEqual([
    'documents',
    'faces',
    'identities',
    'reference-data',
  ])
  expect(find(body, 'documents').attributes).toEqual({
    'media-type': null,
    'signed-image-back-url': null,
    'signed-image-front-url': null,
    'signed-video-back-url': null,
    'signed-video-front-url': null,
  })
  const { document } = find(body, 'identities').relationships
  const path = new URL(document.links.related).pathname
  expect((await client.test.send({ method: 'GET', path })).body.data.id).toBe(find(body, 'documents').id)
})

test('The numbers stay when the answer comes', async () => {
  const { context } = served
  const { id, identificationId } = await waitInVain()
  const early = (await client.test.get(identificationId)).body
  await answerAttempt(context, id, (scene) => (scene === 'face' ? makeFace() : makeFront()))
  const late = (await client.test.get(identificationId)).body
  expect(late.data.attributes.status).toBe('processed')
  for (const type of ['documents', 'faces']) expect(find(late, type).id).toBe(find(early, type).id)
})
