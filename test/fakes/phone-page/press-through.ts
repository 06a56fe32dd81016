import type { Page } from 'playwright-core'
import { english } from '../../../capture-app/language/english.ts'
import type { DocumentChoice } from '../../../domain/scene.ts'
import type { ScreenLog } from './screen-log.ts'

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
export async function pressThrough(page: Page, log: ScreenLog, request: PressRequest): Promise<void> {
  const endsAt = Date.now() + request.limitMs
  let retriesLeft = RETRIES
  // Starts with the screen that shows now.
  for (let from = Math.max(0, log.seen.length - 1); ; from += 1) {
    from = await log.waitFor(() => true, { from, limitMs: Math.max(1, endsAt - Date.now()) })
    const [screen] = log.seen[from].split(' ')
    if (screen === request.until) return
    if (screen === 'scene-timeout') retriesLeft -= 1
    if (DEAD_ENDS.has(screen) || retriesLeft < 0) {
      throw new Error(`The visit ends at "${screen}": ${await page.locator('main').textContent()}`)
    }
    const isCurrent = from === log.seen.length - 1
    if (isCurrent) await press(page, screen, request.document)
  }
}

async function press(page: Page, screen: string, document: DocumentChoice): Promise<void> {
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
