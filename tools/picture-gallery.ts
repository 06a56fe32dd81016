import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright-core'
import { CASES } from '../capture-app/gallery/cases.ts'
import { findChromium } from '../test/fakes/find-chromium.ts'
import { openGallery } from './open-gallery.ts'

const PICTURES = join(dirname(import.meta.dirname), 'build', 'gallery-pictures')
const SIZES = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1280, height: 800 },
  small: { width: 320, height: 568 },
}
/** Entrance animations are over by then. */
const SETTLE_MS = 900

/**
 * Takes a picture of every screen: `node tools/picture-gallery.ts [part of a case's name] [size-language-theme …]`,
 * by default phone-en-light, phone-fr-dark and desktop-en-light. They go to build/gallery-pictures.
 */
async function pictureGallery([part = '', ...looks]: string[]): Promise<void> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium found: install one or name it in VIDIMUS_CHROMIUM')
  await mkdir(PICTURES, { recursive: true })
  const gallery = await openGallery()
  const browser = await chromium.launch({
    executablePath,
    args: ['--headless=new', '--no-sandbox', '--disable-gpu'],
  })
  for (const look of looks.length > 0 ? looks : ['phone-en-light', 'phone-fr-dark', 'desktop-en-light']) {
    const [size, language, theme] = look.split('-')
    const page = await browser.newPage({
      viewport: SIZES[size as keyof typeof SIZES],
      colorScheme: theme === 'dark' ? 'dark' : 'light',
    })
    for (const name of Object.keys(CASES).filter((other) => other.includes(part))) {
      await page.goto(`${gallery.url}?case=${name}&language=${language}`)
      await page.waitForTimeout(SETTLE_MS)
      await page.screenshot({ path: join(PICTURES, `${name}.${look}.png`) })
      process.stdout.write(`${name}.${look}.png\n`)
    }
    await page.close()
  }
  await browser.close()
  gallery.close()
}

await pictureGallery(process.argv.slice(2))
