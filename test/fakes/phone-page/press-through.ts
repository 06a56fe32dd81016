import type { Page } from 'playwright-core'
import type { ScreenName } from '../../../capture-app/journey/screens.ts'
import { english } from '../../../capture-app/language/english.ts'
import type { DocumentChoice } from '../../../domain/scene.ts'

/** How far to go, and with what. */
export interface PressRequest {
  document: DocumentChoice
  until: 'filming' | 'done'
  limitMs: number
}

/** A scene that times out is tried again this often before the applicant gives up. */
const RETRIES = 2
/** Screens that end a visit before its goal. */
const DEAD_ENDS: ReadonlySet<string> = new Set(['camera-problem', 'trouble', 'link-closed'])

/**
 * Presses what an applicant presses, screen after screen, until the goal shows. Throws an Error with
 * the words on the screen where the visit ends otherwise, or when it takes too long.
 */
export async function pressThrough(page: Page, request: PressRequest): Promise<void> {
  const endsAt = Date.now() + request.limitMs
  const root = page.locator('html')
  let retriesLeft = RETRIES
  for (let seen = ''; ; ) {
    seen = await waitForOther(page, seen, endsAt)
    const screen = (await root.getAttribute('data-screen')) as ScreenName
    if (screen === request.until) return
    if (screen === 'scene-timeout') retriesLeft -= 1
    if (DEAD_ENDS.has(screen) || retriesLeft < 0) {
      throw new Error(`The visit ends at "${screen}": ${await page.locator('main').textContent()}`)
    }
    await press(page, screen, request.document)
  }
}

/** Waits until another screen or scene shows than the one pressed last. */
async function waitForOther(page: Page, seen: string, endsAt: number): Promise<string> {
  const root = page.locator('html')
  const [screen, scene] = seen.split('|')
  const other = seen
    ? page.locator(`html[data-screen]:not([data-screen="${screen}"][data-scene="${scene}"])`)
    : page.locator('html[data-screen]:not([data-screen="loading"])')
  try {
    await other.waitFor({ state: 'attached', timeout: Math.max(1, endsAt - Date.now()) })
  } catch (fault) {
    const { hint, turn } = await root.evaluate((element) => ({ ...element.dataset }))
    throw new Error(`The phone is stuck at ${seen} (hint "${hint}", turn "${turn}")`, { cause: fault })
  }
  return `${await root.getAttribute('data-screen')}|${await root.getAttribute('data-scene')}`
}

async function press(page: Page, screen: ScreenName, document: DocumentChoice): Promise<void> {
  const button = (name: string) => page.getByRole('button', { name })
  switch (screen) {
    case 'welcome':
      return button(english.welcome.start).click()
    case 'consent':
      await page.getByRole('checkbox').check()
      return button(english.continue).click()
    case 'document-choice':
      return button(english.documents[document].name).click()
    case 'camera-permission':
      return button(english.camera.allow).click()
    case 'scene-timeout':
      return button(english.tryAgain).click()
    case 'captured':
      return pressNext(page)
    default:
    // Filming, sending and the like go on by themselves.
  }
}

/** The last scene's check mark has no button: the page goes on by itself. */
async function pressNext(page: Page): Promise<void> {
  const next = page.getByRole('main').getByRole('button')
  if ((await next.count()) > 0) await next.first().click()
}
