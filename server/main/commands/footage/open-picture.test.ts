import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'

/** Peak of resident memory that opening any picture may take, MiB: 90 are the runtime's. */
const MOST_MEMORY_MIB = 256
/** Large pictures are made and a process is started. */
const TIMEOUT_MS = 60_000
const OPEN_FOOTAGE = fileURLToPath(new URL('./open-footage.ts', import.meta.url))
/** Opens a picture in a process of its own and tells its size and the process's peak, KiB. */
const OPEN = `
  const { openFootage } = await import(${JSON.stringify(OPEN_FOOTAGE)})
  const { frames: [{ width, height }] } = await openFootage(process.argv[1])
  console.log(JSON.stringify({ width, height, peakKiB: process.resourceUsage().maxRSS }))
`

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'picture-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function white(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: 'white' } })
}

function deep(width: number, height: number): Sharp {
  const background = { r: 200, g: 100, b: 50, alpha: 0.5 }
  return sharp({ create: { width, height, channels: 4, background } })
    .toColourspace('rgb16')
    .png({ compressionLevel: 1 })
}

it.each([
  ['a JPEG of 40 million pixels', 'scan.jpg', () => white(8000, 5000).jpeg()],
  ['a PNG of 40 million pixels', 'scan.png', () => white(8000, 5000).png()],
  ['a PNG of 15 million pixels in 16 bits and transparency', 'deep.png', () => deep(5000, 3000)],
  ['a WebP of 16 million pixels', 'scan.webp', () => white(4000, 4000).webp({ effort: 0 })],
  ['an interlaced PNG of 16 million pixels', 'whole.png', () => white(4000, 4000).png({ progressive: true })],
])(
  'opens %s, plain and clean, in little memory',
  async (_, name, make) => {
    const path = join(folder, name)
    await make().toFile(path)
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', OPEN, path])
    const { width, height, peakKiB } = JSON.parse(stdout)
    expect(Math.max(width, height)).toBe(1920)
    expect(peakKiB / 1024).toBeLessThanOrEqual(MOST_MEMORY_MIB)
  },
  TIMEOUT_MS,
)
