import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { VP8_COLOR_SPACE } from '../../../platform/media/rtp/read-color-space.ts'
import { RED_DELTA_FRAME, RED_KEY_FRAME } from '../../../platform/media/vp8/vp8-sample.ts'
import { WebmRecording } from '../../../platform/media/vp8/webm-recording.ts'
import { openFootage } from './open-footage.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footage-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function keep(bytes: Uint8Array): Promise<string> {
  const path = join(folder, `file-${Math.random()}`)
  await writeFile(path, bytes)
  return path
}

function red(size: { width: number; height: number }): Sharp {
  return sharp({ create: { ...size, channels: 3, background: 'red' } })
}

/** A file of the right form that says it has many pixels: a few bytes that would fill gigabytes. */
function pngBomb(side: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunk = (type: string, data: Uint8Array) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)])
  }
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const data = deflateSync(new Uint8Array(1024 * 1024))
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A PNG that has a chunk of notes before its end. */
function withNotes(png: Buffer, notes: string): Uint8Array {
  const head = Buffer.from(`\u0000\u0000\u0000\u0000noTe`, 'latin1')
  head.writeUInt32BE(notes.length)
  const chunk = Buffer.concat([head, Buffer.from(notes, 'latin1'), Buffer.alloc(4)])
  return Buffer.concat([png.subarray(0, -12), chunk, png.subarray(-12)])
}

/** A PNG of 16 bits in four channels. */
function deepPicture(width: number, height: number): Promise<Buffer> {
  const background = { r: 200, g: 100, b: 50, alpha: 0.5 }
  return sharp({ create: { width, height, channels: 4, background } })
    .toColourspace('rgb16')
    .png({ compressionLevel: 1 })
    .toBuffer()
}

describe('openFootage', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('opens a picture as %s', async (format) => {
    const path = await keep(await red({ width: 40, height: 30 }).toFormat(format).toBuffer())
    const { media, frames } = await openFootage(path)
    expect(media).toBe(`image/${format}`)
    expect(frames).toMatchObject([{ width: 40, height: 30 }])
  })

  it('turns a picture upright as its camera noted', async () => {
    const bytes = await red({ width: 40, height: 30 }).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { frames } = await openFootage(await keep(bytes))
    expect(frames).toMatchObject([{ width: 30, height: 40 }])
  })

  it.each(['jpeg', 'png', 'webp'] as const)(
    'lets the notes of cameras and programs pass in a %s',
    async (format) => {
      const bytes = await red({ width: 40, height: 30 })
        .withExif({ IFD0: { Make: 'Camera', Software: 'PK' } })
        .withXmp('<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"></x:xmpmeta>')
        .withIccProfile('p3')
        .toFormat(format)
        .toBuffer()
      expect((await openFootage(await keep(bytes))).frames).toHaveLength(1)
    },
  )

  it('makes a picture larger than a frame smaller', async () => {
    const bytes = await red({ width: 4000, height: 1000 }).jpeg().toBuffer()
    const { frames } = await openFootage(await keep(bytes))
    expect(frames).toMatchObject([{ width: 1920, height: 480 }])
  })

  it('opens a WebM video with VP8 as frames evenly spread', async () => {
    const recording = new WebmRecording(join(folder, 'film.spill'))
    for (let index = 0; index < 20; index++) {
      const data = new Uint8Array(index === 0 ? RED_KEY_FRAME : RED_DELTA_FRAME)
      const kind = index === 0 ? 'key' : 'delta'
      const size = { width: 64, height: 48, temporalLayer: 0, colorSpace: VP8_COLOR_SPACE }
      recording.add({ data, kind, ...size, mediaTimeMs: index * 40, receivedAtMs: 0 })
    }
    const finished = await recording.finish()
    if (!finished) throw new Error('There is no recording')
    const { media, frames } = await openFootage(await keep(await buffer(finished.read())))
    expect(media).toBe('video/webm')
    expect(frames).toHaveLength(4)
    expect(frames[0]).toMatchObject({ width: 64, height: 48 })
  })

  it.each([
    ['an empty file', async () => new Uint8Array(0), /empty/],
    ['text', async () => Buffer.from('P<UTOERIKSSON<<ANNA<MARIA'), /no JPEG, PNG or WebP/],
    [
      'a drawing that names other files',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      /no JPEG/,
    ],
    [
      'a picture cut off',
      async () => (await red({ width: 400, height: 300 }).jpeg().toBuffer()).subarray(0, 900),
      /cut off/,
    ],
    ['a bomb of four thousand million pixels', async () => pngBomb(65_000), /pixel/],
    ['a picture whose data is not what it says', async () => pngBomb(1500), /Cannot decode|pixel/],
    [
      'a bomb of more pixels than photos have, in a few bytes',
      async () => red({ width: 6400, height: 6400 }).png().toBuffer(),
      /pixel/,
    ],
    [
      'a picture of one colour and as many pixels as a scan',
      async () => pngBomb(6000),
      /empty: 6000 by 6000 pixels/,
    ],
    [
      'a WebP of one colour, however much its notes weigh',
      async () => {
        const picture = red({ width: 4000, height: 3000 }).webp({ effort: 0 })
        return picture.withXmp(`<x>${'note '.repeat(40_000)}</x>`).toBuffer()
      },
      /empty: 4000 by 3000 pixels/,
    ],
    [
      'a picture that must be decoded as a whole and is too large for it',
      async () => red({ width: 4200, height: 4200 }).png({ progressive: true }).toBuffer(),
      /more than 48000000 bytes when decoded/,
    ],
    [
      'a WebP, which is decoded as a whole, that is too large for it',
      async () => red({ width: 4200, height: 4200 }).webp({ effort: 0 }).toBuffer(),
      /more than 48000000 bytes when decoded/,
    ],
    [
      'a moving picture',
      async () => Buffer.from('GIF89a\u0001\u0000\u0001\u0000\u0080\u0000\u0000'),
      /no JPEG/,
    ],
    [
      'a picture that is an archive as well',
      async () =>
        Buffer.concat([
          await red({ width: 40, height: 30 }).png().toBuffer(),
          Buffer.from('PK\u0003\u0004zip'),
        ]),
      /something else/,
    ],
    [
      'a picture that is a page as well',
      async () =>
        Buffer.concat([
          await red({ width: 40, height: 30 }).jpeg().toBuffer(),
          Buffer.from('<HTML><SCRIPT>'),
        ]),
      /something else/,
    ],
    [
      'a picture inside whose notes an archive lies, to its last byte',
      async () => withNotes(await red({ width: 40, height: 30 }).png().toBuffer(), 'PK\u0005\u0006'),
      /something else/,
    ],
    [
      'a picture whose own data end as an archive does',
      async () => {
        const png = await red({ width: 400, height: 300 }).png({ compressionLevel: 0 }).toBuffer()
        png.write('PK\u0005\u0006', png.length - 60_000, 'latin1')
        return png
      },
      /something else/,
    ],
    [
      'a picture with a document in a note of its camera',
      async () => {
        const jpeg = await red({ width: 40, height: 30 }).jpeg().toBuffer()
        const note = Buffer.from(`\u0000\u0000${' '.repeat(2000)}%PDF-1.7`, 'latin1')
        note.writeUInt16BE(note.length)
        return Buffer.concat([jpeg.subarray(0, 2), Buffer.from('ffef', 'hex'), note, jpeg.subarray(2)])
      },
      /something else/,
    ],
    [
      'a WebP with a script in a part of its own',
      async () => {
        const webp = await red({ width: 40, height: 30 }).webp().toBuffer()
        const part = Buffer.from(`NOTE\u0000\u0008\u0000\u0000${' '.repeat(2040)}<Script>`, 'latin1')
        const both = Buffer.concat([webp, part])
        both.writeUInt32LE(both.length - 8, 4)
        return both
      },
      /something else/,
    ],
    [
      'a bomb of 16 bits and transparency, whose pixels are within bounds and whose bytes are not',
      async () => deepPicture(4000, 4000),
      /more than 120000000 bytes when decoded/,
    ],
    ['a video cut off', async () => Buffer.from('1a45dfa3934282', 'hex'), /Cannot read the video|no VP8/],
  ])('refuses %s', async (_, make, fault) => {
    await expect(openFootage(await keep(await make()))).rejects.toThrow(fault)
  })

  it('refuses a file that is larger than any picture before it is read', async () => {
    const path = await keep(new Uint8Array(33 * 1024 * 1024))
    await expect(openFootage(path)).rejects.toThrow(/more than/)
  })

  it('refuses a folder, a pipe, a device and a name that is not there', async () => {
    await expect(openFootage(folder)).rejects.toThrow('It is not a file')
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    await expect(openFootage(pipe)).rejects.toThrow('It is not a file')
    await expect(openFootage('/dev/zero')).rejects.toThrow('It is not a file')
    await expect(openFootage(join(folder, 'none'))).rejects.toThrow('There is no such file')
  })
})
