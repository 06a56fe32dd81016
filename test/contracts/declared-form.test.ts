import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApplicantForm } from '../../domain/applicant-form.ts'
import { declare } from '../../server/journey/declare.ts'
import { finish } from '../../server/journey/finish.ts'
import { type ServedClient, type ServedPlatform, servePlatform } from '../fakes/api/served-platform.ts'
import { beginVisit, filmVisit } from '../fakes/api/visit.ts'

const START_LIMIT_MS = 60_000
const NOTHING: ApplicantForm = {
  gender: null,
  lastName: null,
  marriedName: null,
  firstName: null,
  middleName: null,
  birthDate: null,
  nationality: null,
  birthPlaceCountry: null,
  birthPlaceCity: null,
  birthPlaceCityCode: null,
  addressFirstLine: null,
  addressSecondLine: null,
  addressPostcode: null,
  addressCity: null,
  addressCountry: null,
  mailAddress: null,
  phoneNumber: null,
  siren: null,
}
const ADA = { ...NOTHING, lastName: 'Example', firstName: 'Ada', birthDate: '1990-05-04', siren: 123456782 }

// biome-ignore lint/suspicious/noExplicitAny: an answer is read as a client without types does
type Answer = any

let served: ServedPlatform

beforeAll(async () => {
  served = await servePlatform()
}, START_LIMIT_MS)

afterAll(() => served?.close())

/** Plays an applicant who films ADA EXAMPLE's passport and declares something, then finishes. */
async function declareAs(client: ServedClient, ...forms: ApplicantForm[]): Promise<Answer> {
  const { context } = served
  const created = await client.test.create({})
  const identificationId: string = created.body.data.attributes['identification-id']
  const visit = await beginVisit(context, identificationId)
  await filmVisit(context, visit)
  const { attemptToken } = visit
  for (const form of forms) await declare(context, { identificationId, attemptToken, form })
  await finish(context, identificationId, attemptToken)
  return (await client.test.get(identificationId)).body
}

const find = (answer: Answer, type: string) => answer.included.find((one: Answer) => one.type === type)

test.each([
  ['processed', 'never'],
  ['processing', 'always'],
] as const)(
  'What the applicant declared is in a %s answer, compared with what was read',
  async (status, review) => {
    const answer = await declareAs(await served.addClient({ review }), ADA)
    expect(answer.data.attributes.status).toBe(status)
    const form = find(answer, 'forms')
    expect(form.attributes).toMatchObject({
      'last-name': 'Example',
      'first-name': 'Ada',
      'birth-date': '1990-05-04',
      'birth-place-city': null,
      siren: 123456782,
    })
    expect(Object.keys(form.attributes)).toHaveLength(18)
    const match = find(answer, 'identity-form-matches')
    expect(match.attributes).toEqual({ score: 1, match: 1 })
    expect(match.relationships.form.data).toEqual({ type: 'forms', id: form.id })
    expect(find(answer, 'identities').relationships.form.data).toEqual({ type: 'forms', id: form.id })
    expect(answer.data.relationships['identity-form-match']).toEqual({
      meta: { count: 1 },
      data: [{ type: 'identity-form-matches', id: match.id }],
      links: { related: `${served.apiUrl}/api/identifications/${answer.data.id}/identity-form-matches/` },
    })
  },
)

test('The newest declaration counts, and a wrong letter does not match', async () => {
  const answer = await declareAs(await served.addClient(), ADA, { ...ADA, lastName: 'Exampel' })
  expect(find(answer, 'forms').attributes['last-name']).toBe('Exampel')
  expect(find(answer, 'identity-form-matches').attributes).toEqual({ score: 0, match: 0.95 })
})

test('Without a form there is none in the answer', async () => {
  const answer = await declareAs(await served.addClient())
  expect(find(answer, 'forms')).toBeUndefined()
  expect(answer.data.relationships).not.toHaveProperty('identity-form-match')
})

test('The links of a form and its comparison work', async () => {
  const client = await served.addClient()
  const answer = await declareAs(client, ADA)
  const [form, match] = [find(answer, 'forms'), find(answer, 'identity-form-matches')]
  for (const { related, to } of [
    { related: form.relationships.identity, to: 'identities' },
    { related: match.relationships.identity, to: 'identities' },
    { related: match.relationships.form, to: 'forms' },
  ]) {
    const { body } = await client.test.send({ method: 'GET', path: new URL(related.links.related).pathname })
    expect(body.data.type).toBe(to)
  }
})

test('A declaration comes from the live attempt alone', async () => {
  const client = await served.addClient()
  const { body } = await client.test.create({})
  const identificationId = body.data.attributes['identification-id']
  const declaration = { identificationId, attemptToken: 'another', form: ADA }
  await expect(declare(served.context, declaration)).rejects.toMatchObject({ code: 'unauthenticated' })
})
