import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCaptureApp } from './build-capture-app.ts'

/** The first screen's JavaScript on the wire; the whole app is in it. */
const LARGEST_SCRIPT_BYTES = 40_000

let room = ''
let directory = ''
const lines: string[] = []
const log = (line: string) => void lines.push(line)

beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), 'capture-app-'))
  directory = join(room, 'capture-app')
  await buildCaptureApp({ log, directory })
}, 60_000)
afterAll(() => rm(room, { recursive: true, force: true }))

async function readAssets(extension: string): Promise<string[]> {
  const names = (await readdir(join(directory, 'assets'))).filter((name) => name.endsWith(extension))
  return Promise.all(names.map((name) => readFile(join(directory, 'assets', name), 'utf8')))
}

test('all scripts together stay within 40 kB compressed', async () => {
  const scripts = await readAssets('.js')
  const bytes = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0)
  expect(bytes).toBeGreaterThan(5_000)
  expect(bytes).toBeLessThanOrEqual(LARGEST_SCRIPT_BYTES)
})

test('the page runs under a policy that allows nothing inline and nothing from elsewhere', async () => {
  const page = await readFile(join(directory, 'index.html'), 'utf8')
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i)
  for (const [, attributes, inner] of page.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
    expect(attributes).toContain('src="/capture-app/')
    expect(inner.trim()).toBe('')
  }
  expect(page).not.toMatch(/(src|href)="(https?:)?\/\//)
  const scripts = (await readAssets('.js')).join()
  expect(scripts).not.toMatch(/\beval\(|new Function\(/)
  expect((await readAssets('.css')).join()).not.toMatch(/url\(|@import/)
})

test('the bundle of a test run is the one that is served: nothing of development is in it', async () => {
  expect((await readAssets('.js')).join()).not.toMatch(/jsxDEV|lineNumber|\.tsx/)
})

test('the gallery is not in the bundle', async () => {
  expect((await readAssets('.js')).join()).not.toMatch(/made-up/i)
})

test('a bundle of the same sources is left alone, a stale one is replaced', async () => {
  const page = join(directory, 'index.html')
  const { mtimeMs } = await stat(page)
  lines.length = 0
  await buildCaptureApp({ log, directory })
  expect(lines).toEqual([])
  expect((await stat(page)).mtimeMs).toBe(mtimeMs)

  await writeFile(join(directory, '.sources'), 'of other sources')
  await buildCaptureApp({ log, directory })
  expect(lines).toHaveLength(2)
  expect((await stat(page)).mtimeMs).toBeGreaterThan(mtimeMs)
  expect(await readdir(room)).toEqual(['capture-app'])
}, 60_000)
