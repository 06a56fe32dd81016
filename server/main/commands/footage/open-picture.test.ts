import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'

/** Peak of resident memory that opening any picture may take, MiB: 90 are the runtime's. */
const MOST_MEMORY_MIB = 256
/** The chunk that ends a PNG, bytes. */
const PNG_END_BYTES = 12
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

/** Of one colour some kinds would be refused: something must be on the page. */
function printed(width: number, height: number): Sharp {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  const card = { width: 600, height: 400, channels: 3, background: 'white', noise } as const
  return white(width, height)
    .composite([{ input: { create: card } }])
    .removeAlpha()
}

function deep(width: number, height: number): Sharp {
  const background = { r: 200, g: 100, b: 50, alpha: 0.5 }
  return sharp({ create: { width, height, channels: 4, background } })
    .toColourspace('rgb16')
    .png({ compressionLevel: 1 })
}

it.each([
  ['a JPEG of 40 million pixels', 'scan.jpg', () => white(8000, 5000).jpeg()],
  ['a PNG of 40 million pixels', 'scan.png', () => printed(8000, 5000).png()],
  ['a PNG of 15 million pixels in 16 bits and transparency', 'deep.png', () => deep(5000, 3000)],
  ['a WebP of 16 million pixels', 'scan.webp', () => printed(4000, 4000).webp({ effort: 0 })],
  [
    'an interlaced PNG of 16 million pixels',
    'whole.png',
    () => printed(4000, 4000).png({ progressive: true }),
  ],
])(
  'opens %s, plain and clean, in little memory',
  async (_, name, make) => {
    const path = join(folder, name)
    await make().toFile(path)
    const { width, height, peakKiB } = await open(path)
    expect(Math.max(width, height)).toBe(1920)
    expect(peakKiB / 1024).toBeLessThanOrEqual(MOST_MEMORY_MIB)
  },
  TIMEOUT_MS,
)

it(
  'opens a PNG without unpacking its notes, which would fill 200 MiB',
  async () => {
    const png = await white(800, 500).png().toBuffer()
    const path = join(folder, 'noted.png')
    const note = compressedNote(new Uint8Array(200 * 1024 * 1024))
    await writeFile(
      path,
      Buffer.concat([png.subarray(0, -PNG_END_BYTES), note, png.subarray(-PNG_END_BYTES)]),
    )
    const { width, peakKiB } = await open(path)
    expect(width).toBe(800)
    expect(peakKiB / 1024).toBeLessThanOrEqual(MOST_MEMORY_MIB)
  },
  TIMEOUT_MS,
)

async function open(path: string): Promise<{ width: number; height: number; peakKiB: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', OPEN, path])
  return JSON.parse(stdout)
}

/** A chunk of compressed text (zTXt, ISO/IEC 15948 §11.3.4.4). */
function compressedNote(text: Uint8Array): Buffer {
  const data = Buffer.concat([Buffer.from('zTXtComment\u0000\u0000'), deflateSync(text)])
  const [length, checksum] = [data.length - 4, crc32(data)].map((value) => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return bytes
  })
  return Buffer.concat([length, data, checksum])
}
