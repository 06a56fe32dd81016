import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { IdentificationRecord } from '../../domain/identification-record.ts'
import type { Score } from '../../domain/score.ts'
import { presentIdentification } from '../../server/http/resources/present-identification.ts'
import { makeProcessedRecord, makeProcessingRecord, makeRecord } from '../fakes/identification-record.ts'

/** Recorded answers of the API, one JSON file each; without them there is nothing to replay. */
const RECORDED = ['recorded', 'fixtures/recorded']
  .map((folder) => join(process.env.VIDIMUS_TEST_DATA ?? 'no-test-data', folder))
  .find((folder) => existsSync(folder))

const FILES = RECORDED ? readdirSync(RECORDED).filter((name) => name.endsWith('.json')) : []

/** Resources to which the API text adds attributes that the recordings lack. */
const EXTENDED = ['documents', 'faces']

// biome-ignore lint/suspicious/noExplicitAny: an answer is read as a client without types does
type Answer = any

test.skipIf(FILES.length === 0)('There are recorded answers to replay', () => {
  expect(FILES.length).toBeGreaterThan(0)
})

for (const name of FILES) {
  test(`The recorded answer ${name} is written again with its keys, types and relationships`, () => {
    const recorded: Answer = JSON.parse(readFileSync(join(RECORDED ?? '', name), 'utf8'))
    const written = JSON.stringify(presentIdentification(recordOf(recorded), urlsOf(recorded)))
    const ours: Answer = JSON.parse(written)

    expect(Object.keys(ours)).toEqual(Object.keys(recorded))
    expect(shapeOf(ours.data.attributes)).toEqual(shapeOf(recorded.data.attributes))
    expect(Object.keys(ours.data.attributes)).toEqual(Object.keys(recorded.data.attributes))
    expect(JSON.stringify(ours.data.relationships)).toBe(JSON.stringify(recorded.data.relationships))
    expect(ours.included.map((one: Answer) => one.type)).toEqual(
      recorded.included.map((one: Answer) => one.type),
    )
    for (const [index, theirs] of recorded.included.entries()) compareIncluded(ours.included[index], theirs)
    if ('score' in recorded.data.attributes) {
      expect(written).toContain(`"score":${recorded.data.attributes.score.toFixed(1)},"started-at"`)
    }
  })
}

function compareIncluded(ours: Answer, theirs: Answer): void {
  const ourKeys = Object.keys(ours.attributes)
  const theirKeys = Object.keys(theirs.attributes)
  const compared = EXTENDED.includes(ours.type) ? ourKeys.filter((key) => theirKeys.includes(key)) : ourKeys
  expect(compared).toEqual(theirKeys)
  for (const key of theirKeys) {
    const [our, their] = [ours.attributes[key], theirs.attributes[key]]
    if (their !== null && our !== null) expect(typeof our, key).toBe(typeof their)
  }
  expect(ours.id).toBe(theirs.id)
  expect(JSON.stringify(ours.relationships)).toBe(JSON.stringify(theirs.relationships))
}

/** The type of each attribute; times by their format. */
function shapeOf(attributes: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => {
      if (value === null) return [key, 'null']
      return [key, /^[\d-]+T[\d:]+\.\d{6}Z$/.test(String(value)) ? 'time' : typeof value]
    }),
  )
}

function urlsOf(recorded: Answer) {
  const related: string = recorded.data.relationships.identity.links.related
  return {
    webBaseUrl: new URL(recorded.data.attributes['identification-url']).origin,
    apiBaseUrl: new URL(related).origin,
    signAssetUrl: ({ key }: { key: string }) => `https://storage.example/${key}`,
  }
}

function recordOf(recorded: Answer): IdentificationRecord {
  const { attributes, id } = recorded.data
  const find = (type: string) => recorded.included.find((one: Answer) => one.type === type)
  const idOf = (type: string) => ({ id: Number(find(type)?.id) })
  const scored = (type: string) => ({ ...idOf(type), score: (find(type)?.attributes.score ?? null) as Score })
  const common = {
    id: Number(id),
    identificationId: attributes['identification-id'],
    startedAt: attributes['started-at'] && new Date(attributes['started-at']),
    comment: attributes.comment,
    webhook: attributes.webhook,
    score: attributes.score ?? null,
    status: attributes.status,
    identity: { ...identityOf(find('identities')), ...idOf('identities') },
    referenceData: { ...identityOf(find('reference-data')), ...idOf('reference-data') },
  }
  if (!find('documents')) return makeRecord(common)
  if (attributes.status === 'processing') return makeProcessingRecord({ ...common, ...nothingKnown(idOf) })
  const known = makeProcessedRecord(common)
  return {
    ...known,
    document: known.document && {
      ...known.document,
      backImage: known.document.frontImage,
      ...idOf('documents'),
    },
    documentChecks: known.documentChecks && { ...known.documentChecks, ...idOf('document-checks') },
    face: known.face && { ...known.face, ...idOf('faces') },
    faceChecks: known.faceChecks && { ...known.faceChecks, ...idOf('face-checks') },
    docFaceMatch: scored('doc-face-matches'),
    referenceDataCheck: scored('reference-data-checks'),
  }
}

function identityOf(resource: Answer) {
  const { 'first-name': firstName, 'last-name': lastName, 'birth-date': birthDate } = resource.attributes
  return { firstName, lastName, birthDate }
}

function nothingKnown(idOf: (type: string) => { id: number }): Partial<IdentificationRecord> {
  const { document } = makeProcessingRecord()
  const unread = Object.fromEntries(Object.keys(document ?? {}).map((key) => [key, null]))
  return {
    document: { ...unread, ...idOf('documents') } as unknown as IdentificationRecord['document'],
    face: { actions: null, image: null, video: null, ...idOf('faces') },
  }
}
