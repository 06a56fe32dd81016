import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from '../../test/fakes/find-chromium.ts'
import { type Gallery, openGallery } from '../../tools/open-gallery.ts'
import { readPage } from './_read-page.ts'
import { CASES } from './cases.ts'

/** WCAG 2.2 §1.4.3: normal text; large text may have 3. */
const LEAST_CONTRAST = 4.5
/** WCAG 2.2 §2.5.8 asks for 24 px; thumbs need more. */
const SMALLEST_TARGET = 40

/** Patience for a busy machine. */
const BUSY = { timeout: 60_000 }

const executablePath = findChromium()
let gallery: Gallery
let browser: Browser

describe.skipIf(!executablePath)('Every screen', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    gallery = await openGallery()
    const args = [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--autoplay-policy=no-user-gesture-required',
    ]
    browser = await chromium.launch({ executablePath: executablePath ?? '', args })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    gallery?.close()
  })

  /** Each case at 320 px, the narrowest width of WCAG 2.2 §1.4.10. */
  async function onEachScreen(
    look: { language: string; theme: 'light' | 'dark' },
    check: (page: Page) => Promise<void>,
  ) {
    const page = await browser.newPage({
      viewport: { width: 320, height: 640 },
      colorScheme: look.theme,
      reducedMotion: 'reduce',
    })
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    for (const name of Object.keys(CASES)) {
      await page.goto(`${gallery.url}?case=${name}&language=${look.language}`)
      await page.locator('h1').waitFor()
      await expect.poll(() => page.evaluate(() => document.title.length), BUSY).toBeGreaterThan(3)
      await check(page).catch((fault: Error) => faults.push(`${name}: ${fault.message.split('\n')[0]}`))
    }
    await page.close()
    expect(faults).toEqual([])
  }

  test.each([
    { language: 'en', theme: 'light' },
    { language: 'fr', theme: 'dark' },
  ] as const)(
    'is readable, within reach, and still for those who want no motion ($language, $theme)',
    async (look) => {
      let seen = 0
      await onEachScreen(look, async (page) => {
        const countRunning = () =>
          document.getAnimations().filter((animation) => animation.playState === 'running').length
        // Those shortened to nothing still need a frame to end.
        await expect.poll(() => page.evaluate(countRunning), BUSY).toBe(0)
        const { texts, targets, width, headings, unnamed, focus, language } = await page.evaluate(readPage)
        seen += texts.length
        const faint = texts.filter(({ contrast, isLarge }) => contrast < (isLarge ? 3 : LEAST_CONTRAST))
        expect(faint, 'faint texts').toEqual([])
        expect(
          targets.filter(({ size }) => size < SMALLEST_TARGET),
          'small targets',
        ).toEqual([])
        expect(width, 'width').toBeLessThanOrEqual(320)
        expect(headings, 'main headings').toBe(1)
        expect(unnamed, 'controls without a name').toEqual([])
        expect(focus, 'focus').toMatch(/^H[12]$/)
        expect(language).toBe(look.language)
      })
      expect(seen).toBeGreaterThan(Object.keys(CASES).length * 3)
    },
  )

  test('is worked with the keyboard alone, the focus always visible', async () => {
    await onEachScreen({ language: 'en', theme: 'light' }, async (page) => {
      const inDialog = await page.locator('dialog[open] button').count()
      const all = inDialog || (await page.locator('button, a, input').count())
      const reached = new Set<string>()
      // Once round: from the title to the end, then past the browser's own controls to the start.
      for (let press = 0; press < all + 2; press += 1) {
        await page.keyboard.press('Tab')
        const { name, outline } = await page.evaluate(() => {
          const element = document.activeElement ?? document.body
          const { outlineStyle } = getComputedStyle(element)
          return { name: `${element.tagName} ${element.textContent}`, outline: outlineStyle }
        })
        if (name.startsWith('BODY')) continue
        expect(outline, name).toBe('solid')
        // A dialog higher than the screen takes the focus too, so that arrow keys scroll it.
        if (name.startsWith('DIALOG')) continue
        reached.add(name)
      }
      expect(reached.size).toBe(all)
    })
  })
})
