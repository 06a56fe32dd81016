import { accessSync, constants } from 'node:fs'

/** Where Debian, Ubuntu, Fedora and Google's packages put the browser. */
const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The machine's Chromium, named by VIDIMUS_CHROMIUM or in a usual place; null, said aloud, when there is none. */
export function findChromium(): string | null {
  const named = process.env.VIDIMUS_CHROMIUM
  const found = (named ? [named] : USUAL_PATHS).find(canRun)
  if (!found)
    console.warn(`SKIPPED: no Chromium ${named ? `at ${named}` : 'on this machine'}; set VIDIMUS_CHROMIUM`)
  return found ?? null
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
