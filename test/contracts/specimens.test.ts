import { afterAll, beforeAll, expect, test } from 'vitest'
import { finish } from '../../server/journey/finish.ts'
import { type ServedPlatform, servePlatform } from '../fakes/api/served-platform.ts'
import { beginVisit, filmVisit } from '../fakes/api/visit.ts'

const START_LIMIT_MS = 60_000

let served: ServedPlatform

beforeAll(async () => {
  served = await servePlatform()
}, START_LIMIT_MS)

afterAll(() => served?.close())

test.each([
  ['test', 1, []],
  ['live', -1, [{ type: 'reason-codes', id: '2102' }]],
] as const)(
  'A passport of Utopia, the state of specimens, filmed in the %s environment has the score %i',
  async (environment, score, reasons) => {
    const client = (await served.addClient())[environment]
    const identificationId = (await client.create({})).body.data.attributes['identification-id']
    const visit = await beginVisit(served.context, identificationId)
    await filmVisit(served.context, visit)
    await finish(served.context, identificationId, visit.attemptToken)
    const { data } = (await client.get(identificationId)).body
    expect(data.attributes.score).toBe(score)
    expect(data.relationships['reason-codes'].data).toEqual(reasons)
  },
)
