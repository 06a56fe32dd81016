import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, relative, resolve } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { findChromium } from '../../../test/fakes/find-chromium.ts'
import type { Film } from '../../../test/people/film/film-person.ts'
import { encodeInPage } from './encode-in-page.ts'
import { FRAMES_PER_SECOND, planSegments, type SegmentPlan } from './plan-segments.ts'

/** Bitrate at which the answer to an offer lets a browser start, bits a second. */
const BITRATE = 2_500_000
const PROJECT = resolve(import.meta.dirname, '../../..')
const CACHE = join(PROJECT, 'build/bench')
/** Sources that shape the segments. */
const SOURCES = ['encode-in-page.ts', 'plan-segments.ts', 'segment.ts']
const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run']

/**
 * Encodes a film in headless Chromium as its WebRTC sender would (VP8, L1T3, 30 frames/s) and gives the folder of
 * the segments; done once, kept until film or encoding change. Throws an Error where no Chromium is found.
 */
export async function encodeFilm(film: Film, size: { width: number; height: number }): Promise<string> {
  const plan = planSegments(film)
  const folder = join(CACHE, `segments-${await nameOf(plan, size)}`)
  if (await stat(folder).catch(() => null)) return folder
  const draft = `${folder}.${process.pid}.new`
  await mkdir(draft, { recursive: true })
  await encodePlan(plan, { ...size, draft })
  // Two benches may encode the same film at once: the first to finish keeps it.
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }))
  return folder
}

/** Films' folders are named by a hash of what draws them. */
async function nameOf(plan: SegmentPlan, size: object): Promise<string> {
  const paths = Object.values(plan).map((pictures) => pictures.map((path) => relative(PROJECT, path)))
  const hash = createHash('sha256').update(JSON.stringify({ paths, size, FRAMES_PER_SECOND, BITRATE }))
  for (const name of SOURCES) hash.update(await readFile(join(import.meta.dirname, name)))
  return hash.digest('hex').slice(0, 12)
}

async function encodePlan(
  plan: SegmentPlan,
  { width, height, draft }: { width: number; height: number; draft: string },
): Promise<void> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium found: install one or name it in VIDIMUS_CHROMIUM')
  const pictures = [...new Set(Object.values(plan).flat())]
  const server = await servePictures(pictures)
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  try {
    const page = await openPage(await browser.newPage(), server)
    for (const [name, paths] of Object.entries(plan)) {
      const indexes = paths.map((path) => pictures.indexOf(path))
      const encoding = { width, height, framesPerSecond: FRAMES_PER_SECOND, bitrate: BITRATE }
      const segment = await page.evaluate(encodeInPage, { ...encoding, pictures: indexes })
      if (segment.frames[0]?.kind !== 'key') throw new Error(`${name} does not begin with a key frame`)
      await writeFile(join(draft, `${name}.json`), JSON.stringify(segment))
    }
  } finally {
    await browser.close()
    server.close()
  }
}

/** Loopback counts as a secure origin, which the encoder asks for (W3C Secure Contexts §3.1). */
async function openPage(page: Page, server: Server): Promise<Page> {
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  return page
}

async function servePictures(pictures: string[]): Promise<Server> {
  const server = createServer(async (request, response) => {
    const index = /^\/frame\/(\d+)$/.exec(request.url ?? '')?.[1]
    const path = index === undefined ? undefined : pictures[Number(index)]
    if (path) response.setHeader('content-type', 'image/jpeg').end(await readFile(path))
    else response.setHeader('content-type', 'text/html').end('<!doctype html><title>Encoder</title>')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}
