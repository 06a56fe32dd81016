import { expect, test } from 'vitest'
import {
  ATTRIBUTES,
  INCLUDED_ATTRIBUTES,
  INCLUDED_RELATIONSHIPS,
  PROCESSED_ATTRIBUTES,
  PROCESSED_INCLUDED,
  PROCESSED_RELATIONSHIPS,
} from '../../../test/fakes/answer-shape.ts'
import {
  makeProcessedRecord,
  makeProcessingRecord,
  makeRecord,
} from '../../../test/fakes/identification-record.ts'
import { presentIdentification } from './present-identification.ts'

const URLS = {
  webBaseUrl: 'https://id.example',
  apiBaseUrl: 'https://api.example',
  signAssetUrl: ({ key }: { key: string }) => `https://id.example/storage/${key}?signed`,
}

type ShownRecord = Parameters<typeof presentIdentification>[0]

function present(record: ShownRecord) {
  const text = JSON.stringify(presentIdentification(record, URLS))
  return { text, ...JSON.parse(text) }
}

const typesOf = (resources: { type: string }[]) => resources.map(({ type }) => type)
const find = (answer: { included: { type: string }[] }, type: string) =>
  // biome-ignore lint/suspicious/noExplicitAny: an answer is read as a client without types does
  answer.included.find((resource) => resource.type === type) as any

test.each(['uninitiated', 'initiated', 'aborted', 'expired'] as const)(
  'An %s identification comes with its identity and reference data alone',
  (status) => {
    const { data, included } = present(makeRecord({ status }))
    expect(Object.keys(data)).toEqual(['type', 'id', 'attributes', 'relationships'])
    expect(Object.keys(data.attributes)).toEqual(ATTRIBUTES)
    expect(Object.keys(data.relationships)).toEqual(['identity', 'reason-codes', 'reference-data'])
    expect(included).toEqual([
      {
        type: 'identities',
        id: '661',
        attributes: { 'birth-date': null, 'first-name': null, 'last-name': null },
      },
      {
        type: 'reference-data',
        id: '67',
        attributes: { 'last-name': 'Eriksson', 'first-name': 'Anna', 'birth-date': null },
      },
    ])
  },
)

test('A new identification says where its applicant goes and nothing that is not known', () => {
  expect(present(makeRecord()).data.attributes).toEqual({
    'anonymized-at': null,
    comment: null,
    'created-at': '2026-03-01T09:20:15.185000Z',
    'ended-at': null,
    'identification-id': '70f01f19-6ec5-4b14-9b30-2c493e49df15',
    'identification-url': 'https://id.example/70f01f19-6ec5-4b14-9b30-2c493e49df15',
    'is-live': false,
    'number-of-attempts': 0,
    'redirect-url': 'https://client.example/return',
    'started-at': null,
    'status-updated-at': '2026-03-01T09:20:15.185000Z',
    status: 'uninitiated',
    'updated-at': '2026-03-01T09:20:15.185000Z',
    'user-agent': null,
    'user-ip-address': null,
    webhook: null,
  })
})

test('Relationships to one and to many resources have their members in order and their addresses', () => {
  const { relationships } = present(makeProcessedRecord()).data
  expect(JSON.stringify(relationships.identity)).toBe(
    '{"links":{"related":"https://api.example/api/identifications/801/identity"},' +
      '"data":{"type":"identities","id":"661"}}',
  )
  expect(JSON.stringify(relationships['doc-face-matches'])).toBe(
    '{"meta":{"count":1},"data":[{"type":"doc-face-matches","id":"548"}],' +
      '"links":{"related":"https://api.example/api/identifications/801/doc_face_matches/"}}',
  )
  expect(JSON.stringify(relationships['reason-codes'])).toBe('{"meta":{"count":0},"data":[]}')
  expect(relationships['reference-data-check']).toEqual({
    links: { related: 'https://api.example/api/identifications/801/reference_data_check' },
    data: { type: 'reference-data-checks', id: '549' },
  })
})

test('A processed identification has every object, sorted by type, with its keys in order', () => {
  const { data, included } = present(makeProcessedRecord())
  expect(Object.keys(data.attributes)).toEqual(PROCESSED_ATTRIBUTES)
  expect(Object.keys(data.relationships)).toEqual(PROCESSED_RELATIONSHIPS)
  expect(typesOf(included)).toEqual(PROCESSED_INCLUDED)
  for (const resource of included) {
    expect(Object.keys(resource.attributes)).toEqual(INCLUDED_ATTRIBUTES[resource.type])
    const names = resource.relationships && Object.keys(resource.relationships)
    expect(names).toEqual(INCLUDED_RELATIONSHIPS[resource.type])
  }
})

test('Scores are written with a decimal point', () => {
  expect(present(makeProcessedRecord({ score: 1 })).text).toContain('"score":1.0,')
  expect(present(makeProcessedRecord({ score: 0 })).text).toContain('"score":0.0,')
  expect(present(makeProcessedRecord({ score: -1 })).text).toContain('"score":-1.0,')
  expect(present(makeProcessedRecord()).text).toContain('"quality-score":-1.0,"score":-1.0,"supported":1.0,')
  expect(present(makeProcessedRecord()).text).toContain('"quality-score":0.0,"score":0.0}')
})

test('A score, its reason codes and the end are told only once processed', () => {
  const early = { score: 0, reasonCodes: [2401], endedAt: new Date('2026-03-01T10:00:00Z') } as const
  const processing = present(makeProcessingRecord({ ...early, reasonCodes: [2401] })).data
  expect(processing.attributes).not.toHaveProperty('score')
  expect(processing.attributes['ended-at']).toBeNull()
  expect(processing.relationships['reason-codes']).toEqual({ meta: { count: 0 }, data: [] })
  const processed = present(makeProcessedRecord({ ...early, reasonCodes: [2401, 2101] })).data
  expect(processed.attributes['ended-at']).toBe('2026-03-01T10:00:00.000000Z')
  expect(processed.relationships['reason-codes']).toEqual({
    meta: { count: 2 },
    data: [
      { type: 'reason-codes', id: '2401' },
      { type: 'reason-codes', id: '2101' },
    ],
  })
})

test('In processing the identity, the document and the face are told as far as they are known', () => {
  const answer = present(makeProcessingRecord())
  expect(Object.keys(answer.data.relationships)).toEqual(['identity', 'reason-codes', 'reference-data'])
  expect(typesOf(answer.included)).toEqual(['documents', 'faces', 'identities', 'reference-data'])
  expect(find(answer, 'documents').attributes).toMatchObject({
    'document-number': 'L898902C3',
    'media-type': 'video',
    'signed-image-front-url': 'https://id.example/storage/801/front.png?signed',
    'image-front-hash': `sha2-256:${'ab'.repeat(32)}`,
    'signed-video-front-url': 'https://id.example/storage/801/front.webm?signed',
    'video-front-hash': `sha2-256:${'ab'.repeat(32)}`,
    'signed-image-back-url': null,
    'image-back-hash': null,
  })
  expect(find(answer, 'identities').attributes['first-name']).toBe('ANNA')
})

test('In processing a document and a face of which nothing is known have their addresses alone', () => {
  const nothing = { frontImage: null, backImage: null, frontVideo: null, backVideo: null }
  const { document } = makeProcessingRecord()
  const unread = Object.fromEntries(Object.keys(document ?? {}).map((key) => [key, null]))
  const answer = present(
    makeProcessingRecord({
      document: { ...(unread as unknown as NonNullable<typeof document>), ...nothing, id: 632 },
      face: { id: 629, actions: null, image: null, video: null },
    }),
  )
  expect(find(answer, 'documents')).toEqual({
    type: 'documents',
    id: '632',
    attributes: {
      'media-type': null,
      'signed-image-back-url': null,
      'signed-image-front-url': null,
      'signed-video-back-url': null,
      'signed-video-front-url': null,
    },
  })
  expect(find(answer, 'faces')).toEqual({
    type: 'faces',
    id: '629',
    attributes: { 'signed-image-url': null, 'signed-video-url': null },
  })
})

test('Without a face the lists are empty and the identity has none', () => {
  const answer = present(makeProcessedRecord({ face: null, faceChecks: null, docFaceMatch: null }))
  expect(answer.data.relationships['face-checks'].meta).toEqual({ count: 0 })
  expect(answer.data.relationships['doc-face-matches'].data).toEqual([])
  expect(find(answer, 'identities').relationships.face.data).toBeNull()
  expect(typesOf(answer.included)).toEqual([
    'document-checks',
    'documents',
    'identities',
    'reference-data',
    'reference-data-checks',
  ])
})

test('What the client told of its user comes back from processing on', () => {
  const externalIdentity = { id: 9, userId: '42', phoneNumber: null, mailAddress: 'a@b.example' }
  const filming = present(makeRecord({ externalIdentity }))
  expect(typesOf(filming.included)).not.toContain('external-identity')
  const processed = present(makeProcessedRecord({ externalIdentity }))
  expect(typesOf(processed.included)).toEqual([...PROCESSED_INCLUDED, 'external-identity'].sort())
  expect(find(processed, 'external-identity')).toEqual({
    type: 'external-identity',
    id: '9',
    attributes: { 'user-id': '42', 'phone-number': null, 'mail-address': 'a@b.example' },
  })
})

test('Every included resource can be reached from the identification', () => {
  const externalIdentity = { id: 9, userId: '42', phoneNumber: null, mailAddress: null }
  for (const record of [
    makeProcessingRecord({ externalIdentity }),
    makeProcessedRecord({ externalIdentity }),
  ]) {
    const { data, included } = present(record)
    const reached = reachFrom(data, included)
    for (const resource of included) expect(reached).toContain(nameOf(resource))
  }
})

interface Linked {
  type: string
  id: string
  relationships?: Record<string, { data: Linked | Linked[] | null }>
}

const nameOf = ({ type, id }: Linked) => `${type}/${id}`

/** Names of all resources that relationships lead to, over any number of steps. */
function reachFrom(start: Linked, included: Linked[]): Set<string> {
  const reached = new Set<string>()
  const open = [start]
  for (let next = open.pop(); next; next = open.pop()) {
    const targets = Object.values(next.relationships ?? {}).flatMap(({ data }) => data ?? [])
    const fresh = targets.map(nameOf).filter((name) => !reached.has(name))
    for (const name of fresh) reached.add(name)
    open.push(...included.filter((resource) => fresh.includes(nameOf(resource))))
  }
  return reached
}

test('The comment of a validated identification is empty, and of one in progress absent', () => {
  expect(present(makeProcessedRecord({ comment: null })).data.attributes.comment).toBe('')
  expect(present(makeProcessedRecord({ comment: 'Late' })).data.attributes.comment).toBe('Late')
  expect(present(makeProcessingRecord({ comment: null })).data.attributes.comment).toBeNull()
})

test('Who films is told only after filming', () => {
  const applicant = { userAgent: 'Mozilla/5.0', userIpAddress: '192.0.2.7' }
  const shown = { 'user-agent': 'Mozilla/5.0', 'user-ip-address': '192.0.2.7' }
  const hidden = { 'user-agent': null, 'user-ip-address': null }
  expect(present(makeRecord({ status: 'initiated', ...applicant })).data.attributes).toMatchObject(hidden)
  expect(present(makeProcessingRecord(applicant)).data.attributes).toMatchObject(shown)
})
