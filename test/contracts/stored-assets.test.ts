import { readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { create } from '../../server/journey/create.ts'
import { findLiveAttempt } from '../../server/journey/find-live-attempt.ts'
import { keepScene } from '../../server/journey/keep-scene.ts'
import { start } from '../../server/journey/start.ts'
import { type ServedPlatform, servePlatform } from '../fakes/api/served-platform.ts'

const FORM = {
  externalIdentity: null,
  referenceData: null,
  redirectUrl: null,
  faceRequired: null,
  placeOfResidence: null,
}
const VISIT = { document: 'passport', userAgent: 'a browser', ipAddress: '192.0.2.1' } as const
/** More than is held in memory when it is shown. */
const FILM = Buffer.alloc(2_500_000, 'moving pictures ')
const PICTURE = Buffer.from('the bytes of a picture')

let served: ServedPlatform
beforeAll(async () => {
  served = await servePlatform()
}, 60_000)
afterAll(() => served?.close())

/** Films one scene; gives the addresses of its picture and its recording, and their files. */
async function filmScene() {
  const { context } = served
  const { client } = await served.addClient()
  const { identificationId } = await create(context, client, { ...FORM, webhook: null })
  const { attemptToken } = await start(context, { ...VISIT, identificationId })
  const { attempt, scenes } = await findLiveAttempt(context, identificationId, attemptToken)
  await keepScene(context, {
    sceneId: scenes[0].id,
    frames: [{ jpeg: PICTURE, timeMs: 0 }],
    recording: { contentType: 'video/webm', read: () => Readable.from([FILM]) },
  })
  const assets = await context.database
    .selectFrom('assets')
    .selectAll()
    .where('identification', '=', attempt.identification)
    .orderBy('kind')
    .execute()
  return assets.map(({ key, content_type }) => ({
    key,
    url: context.assetUrls.sign({ key, contentType: content_type }),
  }))
}

test('An asset is served as it was filmed, small or large, whole or in part', async () => {
  const [picture, film] = await filmScene()
  const whole = await served.download(picture.url)
  expect(whole).toMatchObject({ status: 200, contentType: 'image/jpeg' })
  expect(whole.bytes.equals(PICTURE)).toBe(true)
  const large = await served.download(film.url)
  expect(large).toMatchObject({ status: 200, contentType: 'video/webm' })
  expect(large.bytes.equals(FILM)).toBe(true)
  const part = await served.download(film.url, { range: 'bytes=70000-2300000' })
  expect(part.status).toBe(206)
  expect(part.bytes.equals(FILM.subarray(70_000, 2_300_001))).toBe(true)
})

test('The storage holds ciphertext only', async () => {
  await filmScene()
  const folder = served.assetFolder
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const stored = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name))),
  )
  expect(stored.length).toBeGreaterThan(1)
  for (const bytes of stored) {
    expect(bytes.includes('moving pictures')).toBe(false)
    expect(bytes.includes('picture')).toBe(false)
  }
})

test('A stored asset that no longer matches its hash is never served', async () => {
  const [picture, film] = await filmScene()
  for (const { key, url } of [picture, film]) {
    const path = join(served.assetFolder, key)
    const stored = await readFile(path)
    stored[stored.length - 100] ^= 1
    await writeFile(path, stored)
    const refused = await served.download(url)
    expect(refused.status).toBe(410)
    expect(JSON.parse(refused.bytes.toString()).errors[0]).toMatchObject({
      status: '410',
      detail: 'This asset is no longer what was kept',
    })
  }
})

test('A storage that fails is an error of ours, not the end of the asset', async () => {
  for (const { key, url } of await filmScene()) {
    const path = join(served.assetFolder, key)
    await rename(path, `${path}.away`)
    // A link to itself: the system refuses to open it (ELOOP).
    await symlink(path, path)
    expect((await served.download(url)).status).toBe(500)
    await rm(path)
    await rename(`${path}.away`, path)
    expect((await served.download(url)).status).toBe(200)
  }
})

test('An asset whose hash was altered in the database is not served either', async () => {
  const [picture] = await filmScene()
  await served.context.database
    .updateTable('assets')
    .set({ sha256: 'f'.repeat(64) })
    .where('key', '=', picture.key)
    .execute()
  expect((await served.download(picture.url)).status).toBe(410)
})
