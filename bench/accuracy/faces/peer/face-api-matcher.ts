import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import sharp from 'sharp'
import type { Image } from '../../../../domain/image.ts'
import { findChromium } from '../../../../test/fakes/find-chromium.ts'
import type { FaceMatcher, KnownFace } from '../face-matcher.ts'
import { describeInPage } from './describe-in-page.ts'

/** Distance below which face-api's documentation calls two faces the same. */
const SAME_DISTANCE = 0.6
const PACKAGE = resolve(import.meta.dirname, '../../../../node_modules/@vladmandic/face-api')
const FLAGS = ['--headless=new', '--no-sandbox', '--no-first-run', '--enable-unsafe-swiftshader']
const KINDS: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}
/** Folder of the files tfjs-backend-wasm*.wasm that go with face-api; without it a picture takes half a minute. */
const WASM_VARIABLE = 'VIDIMUS_BENCH_TFJS_WASM'

/** face-api as packaged, in Chromium; null, said aloud, where one of the two is missing. */
export async function faceApiMatcher(): Promise<FaceMatcher | null> {
  const executablePath = findChromium()
  const wasm = process.env[WASM_VARIABLE]
  if (!wasm)
    console.log(`!! THE PEER face-api IS SKIPPED: name the folder of its .wasm files in ${WASM_VARIABLE}`)
  if (executablePath === null || !wasm) return null
  const shown: { picture: Buffer } = { picture: Buffer.alloc(0) }
  const server = await serve(shown, resolve(wasm))
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  let count = 0
  const describe = async ({ data, width, height }: Image): Promise<KnownFace | null> => {
    shown.picture = await sharp(data, { raw: { width, height, channels: 3 } })
      .png({ compressionLevel: 1 })
      .toBuffer()
    const template = await page.evaluate(describeInPage, { picture: `/picture/${count++}` })
    return template && { template, quality: null, widthPx: null }
  }
  const score = (a: KnownFace, b: KnownFace) =>
    -Math.sqrt(a.template.reduce((sum, value, i) => sum + (value - b.template[i]) ** 2, 0))
  return {
    name: 'face-api 1.7.15 as packaged',
    isOurs: false,
    live: describe,
    portrait: describe,
    score,
    band: (a, b) => (score(a, b) > -SAME_DISTANCE ? 'accept' : 'reject'),
    close: async () => {
      await browser.close()
      server.close()
    },
  }
}

async function serve(shown: { picture: Buffer }, wasm: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const url = request.url ?? ''
    if (url.startsWith('/picture/')) return response.setHeader('content-type', 'image/png').end(shown.picture)
    const file = /^\/face-api\/((?:dist|model)\/[\w.-]+)$/.exec(url)?.[1]
    const wasmFile = /^\/wasm\/([\w.-]+\.wasm)$/.exec(url)?.[1]
    const path = file ? join(PACKAGE, file) : wasmFile && join(wasm, wasmFile)
    const bytes = path && (await readFile(path).catch(() => null))
    if (!bytes)
      return response.setHeader('content-type', 'text/html').end('<!doctype html><title>Peer</title>')
    response.setHeader('content-type', KINDS[extname(url)] ?? 'application/octet-stream').end(bytes)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}
