import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { ApplicantForm } from '../../domain/applicant-form.ts'
import { declare } from '../../server/journey/declare.ts'
import { findLiveAttempt } from '../../server/journey/find-live-attempt.ts'
import { finish } from '../../server/journey/finish.ts'
import { keepScene } from '../../server/journey/keep-scene.ts'
import { start } from '../../server/journey/start.ts'
import type { BuiltPlatform } from '../../server/main/build-platform.ts'
import { withPlatform } from '../../server/main/commands/with-platform.ts'
import { findInText, findPlaintext, type Secrets } from '../fakes/at-rest/find-plaintext.ts'
import { type ClientBackend, createClientBackend } from '../fakes/client-backend.ts'
import { type Service, startService } from '../fakes/service.ts'
import { openReceiver, type WebhookReceiver } from '../fakes/webhook-receiver.ts'
import { CAST } from '../people/cast.ts'
import { issueDocument } from '../people/documents/issue-document.ts'
import { writeMrz } from '../people/documents/write-mrz.ts'
import { type Film, filmPerson } from '../people/film/film-person.ts'

/** A start, drawn frames, an analysis and an answer on a machine that others load. */
const FLOW_MS = 300_000
const WEBHOOK_MS = 60_000
const SLICE_BYTES = 64
/** A database with its tables, as it is made at the first start, is larger. */
const LEAST_BYTES = 20_000_000

const HOLDER = CAST.anna
const PASSPORT = issueDocument(HOLDER, 'passport')
const VISIT = { document: 'passport', userAgent: 'a browser of hers/7.7', ipAddress: '192.0.2.77' } as const
const CONTACT = { phone: '+33612345678', mail: 'anna.l@mail.example', userId: 'customer-no-4711' }
const HOME = {
  addressFirstLine: '17 Lanternmaker Row',
  addressCity: 'Quillhaven',
  birthPlaceCity: 'Zephyrstead',
}
const NOTHING_MORE = {
  marriedName: null,
  middleName: null,
  gender: null,
  nationality: null,
  birthPlaceCountry: null,
  birthPlaceCityCode: null,
  addressSecondLine: null,
  addressPostcode: null,
  addressCountry: null,
  siren: null,
}
const FORM: ApplicantForm = {
  ...NOTHING_MORE,
  ...HOME,
  lastName: HOLDER.lastName,
  firstName: HOLDER.firstNames[0],
  birthDate: HOLDER.birthDate,
  mailAddress: CONTACT.mail,
  phoneNumber: CONTACT.phone,
}

let service: Service
let backend: ClientBackend
let receiver: WebhookReceiver
let secrets: Secrets
/** What the client was answered, and all that it asked else. */
let told: { answer: string; events: string }

beforeAll(async () => {
  const film = await filmPerson({ person: HOLDER, document: 'passport' })
  service = await startService()
  vi.stubEnv('VIDIMUS_DATA', service.dataDirectory)
  receiver = await openReceiver({ secret: service.webhookSecret })
  backend = createClientBackend(service)
  const id = await createDeclared()
  const frame = await withPlatform((platform) => verify(platform, id, film))
  await receiver.waitFor('processed', WEBHOOK_MS, id)
  const answer = (await backend.get(id)).text
  const events = (await backend.send({ method: 'GET', path: '/events/' })).text
  expect((await backend.send({ method: 'POST', path: `/identifications/${id}/pdf/` })).status).toBe(200)
  told = { answer, events }
  secrets = { ...wordsOf(), 'a frame': frame, ...(await picturesOf(answer)) }
}, FLOW_MS)

afterAll(async () => {
  vi.unstubAllEnvs()
  backend?.close()
  await receiver?.close()
  await service?.remove()
}, FLOW_MS)

/** Everything that tells of the person in words. */
function wordsOf(): Secrets {
  const [upperLine, lowerLine] = writeMrz(PASSPORT) ?? []
  return {
    'last name': HOLDER.lastName,
    // One name alone is part of words in PostgreSQL's own catalogue.
    'first names': HOLDER.firstNames.join(' '),
    'first names of the zone': HOLDER.firstNames.join('<'),
    'birth date': HOLDER.birthDate,
    'document number': PASSPORT.number,
    'upper zone line': upperLine,
    'lower zone line': lowerLine,
    browser: VISIT.userAgent,
    address: VISIT.ipAddress,
    ...CONTACT,
    ...HOME,
  }
}

/** Bytes out of the middle: no format's beginning or end. */
function sliceOf(bytes: Buffer): Buffer {
  const middle = bytes.length >> 1
  return bytes.subarray(middle, middle + SLICE_BYTES)
}

/** A slice of every picture and recording that an answer gives the address of. */
async function picturesOf(answer: string): Promise<Record<string, Buffer>> {
  const urls = answer.match(/http[^"]*X-Amz-Signature=[0-9a-f]+/g) ?? []
  expect(urls.length).toBeGreaterThanOrEqual(4)
  const slices: Record<string, Buffer> = {}
  for (const [index, url] of urls.entries()) {
    const response = await fetch(url)
    expect(response.status).toBe(200)
    slices[`asset ${index}`] = sliceOf(Buffer.from(await response.arrayBuffer()))
  }
  return slices
}

/** Creates it as a client does that tries twice. */
async function createDeclared(): Promise<string> {
  const attributes = {
    'identification-form': {
      'external-user-id': CONTACT.userId,
      'phone-number': CONTACT.phone,
      'mail-address': CONTACT.mail,
    },
    'reference-data': {
      'first-name': HOLDER.firstNames[0],
      'last-name': HOLDER.lastName,
      'birth-date': HOLDER.birthDate,
    },
    webhook: receiver.url,
  }
  const request = {
    method: 'POST',
    path: '/identifications/',
    headers: {
      'content-type': 'application/vnd.api+json',
      'idempotency-key': `order-of-${CONTACT.userId}`,
    },
    body: JSON.stringify({ data: { type: 'identifications', attributes } }),
  }
  const created = await backend.send(request)
  expect(created.status).toBe(201)
  expect((await backend.send(request)).body.data.id).toBe(created.body.data.id)
  return created.body.data.attributes['identification-id']
}

/** The journey without a camera: drawn frames are kept, the service's worker reads them; gives a slice of a frame. */
async function verify(context: BuiltPlatform, identificationId: string, film: Film): Promise<Buffer> {
  const { attemptToken } = await start(context, { ...VISIT, identificationId })
  const { scenes } = await findLiveAttempt(context, identificationId, attemptToken)
  const paths = { face: film.face.map(({ path }) => path), 'document-front': film.documentFront }
  for (const { id, name } of scenes) {
    const kept = paths[name as keyof typeof paths].slice(0, 6)
    const frames = await Promise.all(
      kept.map(async (path, index) => ({ jpeg: await readFile(path), timeMs: index * 200 })),
    )
    const read = () => Readable.from(frames.map(({ jpeg }) => jpeg))
    await keepScene(context, { sceneId: id, frames, recording: { contentType: 'video/webm', read } })
  }
  await declare(context, { identificationId, attemptToken, form: FORM })
  await finish(context, identificationId, attemptToken)
  return sliceOf(await readFile(film.documentFront[0]))
}

/** Every row of every table, as PostgreSQL writes it as text: what its pages hold compressed is seen too. */
async function readTables({ database }: BuiltPlatform): Promise<string[]> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select schemaname as schema, tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(database)
  const texts: string[] = []
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ text: string }>`
      select t::text as text from ${sql.table(`${schema}.${name}`)} t`.execute(database)
    texts.push(...rows.map(({ text }) => `${schema}.${name}: ${text}`))
  }
  return texts
}

test('What the client is answered tells who the person is, so there is something to find', () => {
  expect(told.answer).toContain(HOLDER.lastName.toUpperCase())
  expect(told.answer).toContain(PASSPORT.number)
  expect(told.answer).toContain(CONTACT.mail)
  expect(told.events).toContain('processed')
})

test(
  'No file of a service at work, no table and no line it prints tells who the person is',
  async () => {
    const rows = await withPlatform(async (platform) => {
      await sql`checkpoint`.execute(platform.database)
      return readTables(platform)
    })
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.flatMap((row) => findInText(row, secrets).map((what) => `${what} in ${row}`))).toEqual([])
    expect(findInText(service.lines.join('\n'), secrets)).toEqual([])
    const { found, files, bytes } = await findPlaintext(service.dataDirectory, secrets)
    expect(found).toEqual([])
    expect(bytes).toBeGreaterThan(LEAST_BYTES)
    const places = [/^assets\//, /^postgres\/base\//, /^postgres\/pg_wal\//, /^postgres\.log$/, /^keys\//]
    for (const place of places) expect(files.some((file) => place.test(file))).toBe(true)
  },
  FLOW_MS,
)

test(
  'Nor does one after its end; the same search finds what is planted in a table',
  async () => {
    expect(await service.stop()).toBe(0)
    expect((await findPlaintext(service.dataDirectory, secrets)).found).toEqual([])
    await withPlatform(async ({ database }) => {
      await sql`create table planted (words text, bytes bytea)`.execute(database)
      await sql`insert into planted values (${PASSPORT.number}, ${secrets['a frame']})`.execute(database)
    })
    const { found } = await findPlaintext(join(service.dataDirectory, 'postgres'), secrets)
    expect(found.some((one) => /^document number in base\//.test(one))).toBe(true)
    expect(found.some((one) => /^a frame in base\//.test(one))).toBe(true)
    expect(found.some((one) => /^document number in pg_wal\//.test(one))).toBe(true)
  },
  FLOW_MS,
)
