import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AssetRef } from '../../domain/identification-record.ts'
import { CAST } from '../../test/people/cast.ts'
import { issueDocument } from '../../test/people/documents/issue-document.ts'
import { writeMrz } from '../../test/people/documents/write-mrz.ts'
import { findStandardAnswer } from './standard-answer.ts'

const OWNER = { accountId: 7, configurationId: 8, environment: 'live' } as const
const VALIDATED = '11111111-1111-1111-1111-111111111111'
const PHOTOCOPY = '00000000-0000-0000-0000-000000000000'
const NO_BACK = '22222222-2222-2222-2222-222222222222'
const FOLDER = join(import.meta.dirname, 'standard/assets')

/** Bytes that all the files together may have: they are in every copy of the project. */
const MOST_BYTES = 400_000

function find(id: string) {
  const answer = findStandardAnswer(id, OWNER)
  if (!answer?.document || !answer.face) throw new Error(`There is no whole answer ${id}`)
  return { ...answer, document: answer.document, face: answer.face }
}

function assetsOf(id: string): AssetRef[] {
  const { document, face } = find(id)
  const all = [document.frontImage, document.backImage, document.signatureImage, document.frontVideo]
  return [...all, document.backVideo, face.image, face.video].filter((asset) => asset !== null)
}

test('Any other id has no standard answer', () => {
  expect(findStandardAnswer('33333333-3333-3333-3333-333333333333', OWNER)).toBeNull()
})

test('A standard answer belongs to the account, the configuration and the environment that ask for it', () => {
  expect(find(VALIDATED)).toMatchObject({ ...OWNER, identificationId: VALIDATED, status: 'processed' })
  const addressed = findStandardAnswer(VALIDATED, {
    ...OWNER,
    redirectUrl: 'https://client.example/return',
    webhook: 'https://client.example/hook',
  })
  expect(addressed?.redirectUrl).toBe('https://client.example/return')
  expect(addressed?.webhook).toBe('https://client.example/hook')
})

test('What one caller changes in a standard answer is not there for the next', () => {
  find(VALIDATED).reasonCodes.push(2401)
  expect(find(VALIDATED).reasonCodes).toEqual([])
})

test('The validated answer has a value for every object and attribute', () => {
  const { document, documentChecks, faceChecks, ...answer } = find(VALIDATED)
  expect(answer.score).toBe(1)
  expect(answer.comment).toBe('')
  for (const [name, value] of Object.entries(document)) expect(value, name).not.toBeNull()
  expect(Object.values({ ...documentChecks, id: 1 })).toEqual(Array(15).fill(1))
  expect(Object.values({ ...faceChecks, id: 1 })).toEqual(Array(5).fill(1))
  expect(answer.docFaceMatch?.score).toBe(1)
  expect(answer.docDocMatches).toHaveLength(1)
  expect(answer.faceFaceMatches).toHaveLength(1)
  expect(answer.referenceDataCheck?.score).toBe(1)
  expect(answer.identityFormMatch).toMatchObject({ score: 1, match: 1 })
  for (const [name, value] of Object.entries(answer.form ?? {})) expect(value, name).not.toBeNull()
  expect(Object.values(answer.externalIdentity ?? {})).not.toContain(null)
})

test('The refused answer says that the document is a photocopy', () => {
  const { score, reasonCodes, documentChecks, docFaceMatch } = find(PHOTOCOPY)
  expect({ score, reasonCodes }).toEqual({ score: 0, reasonCodes: [2201] })
  expect(documentChecks).toMatchObject({ score: 0, visualFront: 0, visualBack: 0, quality: 1 })
  expect(docFaceMatch?.score).toBe(1)
})

test('The undecided answer says that the back was not shown, and has nothing of it', () => {
  const { score, reasonCodes, comment, document, documentChecks } = find(NO_BACK)
  expect({ score, reasonCodes }).toEqual({ score: -1, reasonCodes: [1303] })
  expect(comment).toBe('Back of the document is not presented')
  expect(document.backImage).toBeNull()
  expect(document.backVideo).toBeNull()
  expect(documentChecks).toMatchObject({ score: -1, visualBack: -1, visualFront: 1 })
})

test.each([
  [VALIDATED, 'ines', 'id-card'],
  [PHOTOCOPY, 'theo', 'id-card'],
  [NO_BACK, 'anna', 'french-card'],
] as const)('The answer %s says what is printed on its card', (id, person, kind) => {
  const issued = issueDocument(CAST[person], kind)
  const { document, identity } = find(id)
  expect(document.mrz).toBe(writeMrz(issued)?.join(''))
  expect(document.documentNumber).toBe(issued.number)
  expect(document.birthDate).toBe(CAST[person].birthDate)
  expect(document.lastName).toBe(CAST[person].lastName.toUpperCase())
  expect(document.allFirstNames).toEqual(CAST[person].firstNames.map((name) => name.toUpperCase()))
  expect(identity).toMatchObject({ firstName: document.firstName, lastName: document.lastName })
})

test.each([VALIDATED, PHOTOCOPY, NO_BACK])('The hashes of %s are those of its files', (id) => {
  const assets = assetsOf(id)
  expect(assets.length).toBeGreaterThanOrEqual(5)
  for (const { key, sha256 } of assets) {
    const bytes = readFileSync(join(FOLDER, key.split('/').at(-1) ?? ''))
    expect(createHash('sha256').update(bytes).digest('hex'), key).toBe(sha256)
  }
})

test('The files of the standard answers are few bytes, and each is used', () => {
  const files = readdirSync(FOLDER)
  const bytes = files.map((file) => statSync(join(FOLDER, file)).size)
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES)
  const used = [VALIDATED, PHOTOCOPY, NO_BACK].flatMap(assetsOf).map(({ key }) => key.split('/').at(-1))
  expect(used.sort()).toEqual(files.sort())
})
