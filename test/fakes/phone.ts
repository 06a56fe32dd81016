import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { type BrowserServer, chromium, type Page } from 'playwright-core'
import type { ScreenName } from '../../capture-app/journey/screens.ts'
import type { LeaveReason } from '../../capture-app/language/english.ts'
import { english } from '../../capture-app/language/english.ts'
import type { DocumentChoice, SceneName } from '../../domain/scene.ts'
import type { Film } from '../people/film/film-person.ts'
import { findChromium } from './find-chromium.ts'
import { bundlePageScript } from './phone-page/bundle-page-script.ts'
import type { FilmPart } from './phone-page/film-camera.ts'
import { pressThrough } from './phone-page/press-through.ts'
import { ScreenLog } from './phone-page/screen-log.ts'

/** Chromium as it behaves in a person's hands, without calling home, and with its local addresses in the open. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
]
/** Frames a second of the film: what phones give. */
const FRAMES_PER_SECOND = 30
/** A whole visit, on a busy machine. */
const VISIT_LIMIT_MS = 180_000
/** One screen to the next. */
const SCREEN_LIMIT_MS = 45_000

/** How a phone is opened. */
export interface PhoneRequest {
  film: Film
  identificationUrl: string
  /** `auto` shows the browser where there is a display. */
  display?: 'hidden' | 'shown' | 'auto'
  /** Whether the phone has a camera and its owner allows it. */
  camera?: 'allowed' | 'denied' | 'missing'
  viewport?: { width: number; height: number }
  locale?: string
  /** Told of every screen the applicant sees, with its scene where it has one. */
  onScreen?: (screen: string) => void
}

/** An applicant's phone: Chromium with a film in the place of its cameras; everything after getUserMedia is real. */
export interface Phone {
  /** Every screen seen so far, with its scene where it has one; `connecting` until the server sees the film. */
  readonly screens: readonly string[]
  /** The page itself, for tests that look closer. */
  readonly page: Page
  /** Presses what an applicant presses until the camera films and the server sees it. */
  startFilming(choice: { document: DocumentChoice }): Promise<void>
  /** Goes through the whole verification; resolves with the address the browser is sent to. */
  walkThrough(choice: { document: DocumentChoice }): Promise<string>
  /** Leaves by the header's button; resolves with the address the browser is sent to. */
  leave(reason: LeaveReason): Promise<string>
  /** Reloads the page and turns the camera on again where that is asked. */
  reload(): Promise<void>
  waitForScreen(name: ScreenName, scene?: SceneName): Promise<void>
  screenshot(path: string): Promise<void>
  /** Ends the browser as a phone whose battery dies: SIGKILL, nothing said to the server. */
  kill(): Promise<void>
  close(): Promise<void>
}

/** Opens the identification-url on a phone. Throws an Error where no Chromium is found. */
export async function openPhone(request: PhoneRequest): Promise<Phone> {
  const server = await launch(request.display ?? 'hidden')
  try {
    const browser = await chromium.connect(server.wsEndpoint())
    const context = await browser.newContext({
      locale: request.locale ?? 'en-GB',
      viewport: request.viewport ?? { width: 390, height: 844 },
      hasTouch: true,
      ignoreHTTPSErrors: true,
    })
    const page = await context.newPage()
    const log = await installFilm(page, request)
    const departure = watchDeparture(page, request.identificationUrl)
    await page.goto(request.identificationUrl)
    return createPhone({ server, page, log, departure })
  } catch (fault) {
    await server.kill()
    throw fault
  }
}

async function launch(display: 'hidden' | 'shown' | 'auto'): Promise<BrowserServer> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium found: install one or name it in VIDIMUS_CHROMIUM')
  const isShown = display === 'shown' || (display === 'auto' && hasDisplay())
  const args = isShown ? FLAGS : ['--headless=new', ...FLAGS]
  return chromium.launchServer({ executablePath, args, headless: !isShown })
}

function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

async function installFilm(page: Page, request: PhoneRequest): Promise<ScreenLog> {
  const { film, onScreen } = request
  const { glow } = film
  const paths: Record<FilmPart, string[]> = {
    'document-front': film.documentFront,
    'document-back': film.documentBack ?? [],
    face: film.face.map(({ path }) => path),
    glow: glow ?? [],
  }
  const log = new ScreenLog()
  await page.exposeFunction('phoneFrame', async (part: FilmPart, index: number) =>
    (await readFile(paths[part][index])).toString('base64'),
  )
  await page.exposeFunction('phoneScreen', (screen: string, scene: string) => {
    const seen = scene ? `${screen} ${scene}` : screen
    log.add(seen)
    onScreen?.(seen)
  })
  const plan = {
    counts: {
      'document-front': paths['document-front'].length,
      'document-back': paths['document-back'].length,
      face: paths.face.length,
      glow: paths.glow.length,
    },
    yaws: film.face.map(({ yaw }) => yaw),
    framesPerSecond: FRAMES_PER_SECOND,
    camera: request.camera ?? 'allowed',
  }
  await page.addInitScript({ content: await bundlePageScript(plan) })
  return log
}

interface PhoneParts {
  server: BrowserServer
  page: Page
  log: ScreenLog
  departure: Promise<string>
}

function createPhone({ server, page, log, departure }: PhoneParts): Phone {
  let isWalking = false
  const press = (document: DocumentChoice, until: 'filming' | 'done') =>
    pressThrough(page, log, { document, until, limitMs: VISIT_LIMIT_MS })
  return {
    screens: log.seen,
    page,
    waitForScreen: async (name, scene) => {
      const isMatch = (seen: string) => (scene ? seen === `${name} ${scene}` : seen.split(' ')[0] === name)
      await log.waitFor(isMatch, { from: Math.max(0, log.seen.length - 1), limitMs: SCREEN_LIMIT_MS })
    },
    startFilming: ({ document }) => press(document, 'filming'),
    walkThrough: async ({ document }) => {
      isWalking = true
      await Promise.race([departure, press(document, 'done')])
      return leavePage(departure)
    },
    leave: async (reason) => {
      await page.getByRole('button', { name: english.leave, exact: true }).first().click()
      await page.getByRole('button', { name: english.leaving.reasons[reason].title }).click()
      return leavePage(departure)
    },
    reload: async () => {
      log.add('(reloaded)')
      await page.reload()
      if (!isWalking) await turnCameraOn(page, log)
    },
    screenshot: async (path) => void (await page.screenshot({ path })),
    kill: () => server.kill(),
    close: () => server.close(),
  }
}

/** After a reload the page asks for the camera again, if an attempt is being resumed. */
async function turnCameraOn(page: Page, log: ScreenLog): Promise<void> {
  const from = log.seen.lastIndexOf('(reloaded)') + 1
  const shown = await log.waitFor((screen) => screen !== 'loading', { from, limitMs: SCREEN_LIMIT_MS })
  if (log.seen[shown] === 'camera-permission') {
    await page.getByRole('button', { name: english.camera.allow }).click()
  }
}

/** The last screen stands a moment, then the page must go. */
async function leavePage(departure: Promise<string>): Promise<string> {
  const late = sleep(SCREEN_LIMIT_MS, null, { ref: false })
  const url = await Promise.race([departure, late])
  if (url === null) throw new Error('The phone was not sent back to the client')
  return url
}

/** Resolves with the address outside the identification that the page is sent to, reachable or not. */
function watchDeparture(page: Page, identificationUrl: string): Promise<string> {
  return new Promise((resolve) => {
    page.on('request', (request) => {
      const isDeparture = request.isNavigationRequest() && request.frame() === page.mainFrame()
      if (isDeparture && !request.url().startsWith(identificationUrl)) resolve(request.url())
    })
  })
}
