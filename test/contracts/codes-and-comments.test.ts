import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApi, runApi, type TestClient } from '../fakes/api/running-api.ts'

const JSON_API = 'application/vnd.api+json'
/** The lowest code of a refusal; those below tell that something could not be seen. */
const FIRST_REFUSAL = 2000

let api: RunningApi
let client: TestClient

beforeAll(async () => {
  api = await runApi(new Date('2026-03-04T05:06:07.890Z'))
  client = await api.addClient()
}, 60_000)

afterAll(() => api?.close())

/** Has an identification processed with an answer, and fetches it. */
async function process(answer: object) {
  const id = (await client.test.create({})).body.data.attributes['identification-id']
  const attributes = { status: 'processed', ...answer }
  await client.test.send({
    method: 'POST',
    path: `/identifications/${id}/simulate/`,
    headers: { 'content-type': JSON_API },
    body: JSON.stringify({ data: { type: 'simulations', attributes } }),
  })
  return (await client.test.get(id)).body.data
}

test.each([
  1201, 1301, 1302, 1303, 1304, 1305, 1310, 1311, 1312, 1313, 1320, 1901, 1911, 2101, 2102, 2103, 2201, 2202,
  2399, 2401, 2402, 2403,
])('An identification is not validated for the reason %i, which its answer tells', async (code) => {
  const { attributes, relationships } = await process({ 'reason-codes': [code] })
  expect(relationships['reason-codes']).toEqual({
    meta: { count: 1 },
    data: [{ type: 'reason-codes', id: String(code) }],
  })
  expect(attributes.score).toBe(code < FIRST_REFUSAL ? -1 : 0)
})

test('A refused identification tells all of its reasons', async () => {
  const { relationships } = await process({ 'reason-codes': [2101, 2401] })
  expect(relationships['reason-codes'].meta.count).toBe(2)
})

test.each([
  'The document video resolution is too low',
  'The document is not presented',
  'The document video quality is too low',
  'Back of the document is not presented',
  'Back of the document video quality is too low',
  'Some required data of the document could not be extracted',
  'Face is not presented',
  'Face video quality is too low',
  'Authenticity of the document could not be verified',
  'User liveness could not be verified',
  'Face and the document photo match could not be verified',
  'User did not follow the instructions when submitting their face',
  'User did not follow the instructions when submitting their document',
])('An answer tells the comment "%s"', async (sentence) => {
  const { attributes } = await process({ score: -1, comments: [sentence] })
  expect(attributes.comment).toBe(sentence)
})
