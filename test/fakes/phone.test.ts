import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { buildCaptureApp } from '../../tools/build-capture-app.ts'
import type { Film } from '../people/film/film-person.ts'
import { type CaptureServer, type SceneScript, startCaptureServer } from './capture-server.ts'
import { findChromium } from './find-chromium.ts'
import { openPhone, type Phone } from './phone.ts'

/** Patience for a busy machine. */
const BUSY = { timeout: 20_000 }

/** A scene goes well: a hint, a turn where there is a face, and it is captured. */
const WELL: SceneScript = (scene) => [
  { afterMs: 300, message: { type: 'hint', scene, hint: 'good', progress: 0.5, frameTime: 0 } },
  ...(scene === 'face' ? [{ afterMs: 400, message: { type: 'turn', scene, turn: 'left' } as const }] : []),
  { afterMs: 900, message: { type: 'captured', scene } },
]

let folder = ''
let appFolder = ''
let film: Film
let server: CaptureServer | null = null
let phone: Phone | null = null

async function drawFilm(): Promise<Film> {
  const draw = async (name: string, background: string) => {
    const path = join(folder, `${name}.jpg`)
    await sharp({ create: { width: 320, height: 180, channels: 3, background } })
      .jpeg()
      .toFile(path)
    return path
  }
  const face = [-25, 0, 25].map(async (yaw) => ({ yaw, path: await draw(`face${yaw}`, '#c98') }))
  return {
    documentFront: [await draw('front', '#8ac')],
    documentBack: [await draw('back', '#ac8')],
    face: await Promise.all(face),
    lit: null,
    glow: null,
  }
}

describe.skipIf(!findChromium())('A phone with the capture app', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'phone-'))
    appFolder = join(folder, 'app')
    await buildCaptureApp({ log: () => {}, directory: appFolder })
    film = await drawFilm()
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  afterEach(async () => {
    await phone?.close()
    await server?.close()
    phone = null
    server = null
  })

  async function open(script: SceneScript, options: { camera?: 'allowed' | 'denied' | 'missing' } = {}) {
    server = await startCaptureServer(appFolder, script)
    phone = await openPhone({ film, identificationUrl: server.identificationUrl, ...options })
    return { server, phone }
  }

  test('goes through all scenes of a card over one WHIP session and is sent back', async () => {
    const { server, phone } = await open(WELL)
    const back = await phone.walkThrough({ document: 'id-card' })
    expect(back).toBe('http://client.test/back?status=processing')
    expect(server.calls).toEqual([
      'attempt id-card',
      'whip',
      'start document-front',
      'start document-back',
      'start face',
      'unpublish',
      'finish',
    ])
    expect(server.packets()).toBeGreaterThan(20)
    expect(phone.screens).toContain('filming document-back')
  })

  test('leaves from the first screen, before any attempt', async () => {
    const { server, phone } = await open(WELL)
    await phone.waitForScreen('welcome')
    expect(await phone.leave('no_document')).toMatch(/return_reason=no_document$/)
    expect(server.calls).toEqual(['abort no_document -'])
  })

  test('leaves while filming', async () => {
    const { server, phone } = await open(() => [])
    await phone.startFilming({ document: 'passport' })
    expect(await phone.leave('verify_later')).toMatch(/return_reason=verify_later$/)
    expect(server.calls.at(-1)).toMatch(/^(abort verify_later -|unpublish)$/)
  })

  test('resumes after a reload where it stood', async () => {
    const { server, phone } = await open((scene, attempt) =>
      scene === 'face' && attempt === 1 ? [] : WELL(scene, attempt),
    )
    const walk = phone.walkThrough({ document: 'passport' })
    await phone.waitForScreen('filming', 'face')
    await expect.poll(() => server.calls, BUSY).toContain('start face')
    await phone.reload()
    expect(await walk).toMatch(/status=processing$/)
    expect(server.calls.filter((call) => call.startsWith('attempt'))).toEqual(['attempt passport'])
    expect(server.calls.filter((call) => call === 'start document-front')).toHaveLength(1)
  })

  test('connects again when the media connection breaks, and says so', async () => {
    const { server, phone } = await open(() => [])
    await phone.startFilming({ document: 'passport' })
    await expect.poll(() => server.packets(), BUSY).toBeGreaterThan(0)
    const isLost = phone.waitForScreen('connection-lost')
    await server.breakMedia()
    await isLost
    await phone.page.getByText('You are connected again').first().waitFor()
    expect(server.calls.filter((call) => call === 'whip')).toHaveLength(2)
  })

  test('shows the turn that is asked for, and where', async () => {
    const { phone } = await open((scene) =>
      scene === 'face' ? [{ afterMs: 200, message: { type: 'turn', scene, turn: 'right' } }] : WELL(scene, 1),
    )
    void phone.walkThrough({ document: 'passport' }).catch(() => {})
    await phone.page.locator('html[data-scene="face"][data-turn="right"]').waitFor({ state: 'attached' })
    await phone.page.getByText('Slowly turn your head to the right').first().waitFor()
  })

  test.each([
    ['denied', 'device-not-allowed'],
    ['missing', 'device-not-found'],
  ] as const)('a camera that is %s is explained, and leaving says why', async (camera, errorType) => {
    const { server, phone } = await open(WELL, { camera })
    await expect(phone.startFilming({ document: 'passport' })).rejects.toThrow('camera-problem')
    await phone.page.getByRole('main').getByRole('button', { name: 'Leave now' }).click()
    await expect.poll(() => server.calls.at(-1), BUSY).toBe(`abort error ${errorType}`)
  })

  test('a scene that timed out is left with its reason', async () => {
    const { server, phone } = await open((scene) => [
      { afterMs: 200, message: { type: 'scene-timeout', scene, seen: 'nothing' } },
    ])
    await phone.startFilming({ document: 'passport' })
    await phone.waitForScreen('scene-timeout')
    await phone.page.getByRole('main').getByRole('button', { name: 'Leave now' }).click()
    await expect
      .poll(() => server.calls, BUSY)
      .toContain('abort doc_instructions_not_followed challenge_timeout')
  })

  test('a link that has expired says so', async () => {
    server = await startCaptureServer(appFolder, WELL)
    server.status = 'expired'
    phone = await openPhone({ film, identificationUrl: server.identificationUrl })
    await phone.waitForScreen('link-closed')
    expect(await phone.page.getByRole('heading').first().textContent()).toBe('This link has expired')
  })
})
