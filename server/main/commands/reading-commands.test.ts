import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PINNED_MODELS } from '../../../analysis/models/pinned-models.ts'
import { runCommand } from '../../../test/fakes/commands/run-command.ts'
import { CAST } from '../../../test/people/cast.ts'
import { drawDocument } from '../../../test/people/documents/draw-document.ts'
import { issueDocument } from '../../../test/people/documents/issue-document.ts'
import { writeMrz } from '../../../test/people/documents/write-mrz.ts'
import { filmPerson } from '../../../test/people/film/film-person.ts'
import { buildModels } from '../../../tools/models/build-models.ts'
import { VP8_COLOR_SPACE } from '../../platform/media/rtp/read-color-space.ts'
import { RED_DELTA_FRAME, RED_KEY_FRAME } from '../../platform/media/vp8/vp8-sample.ts'
import { WebmRecording } from '../../platform/media/vp8/webm-recording.ts'

const PROJECT = resolve(import.meta.dirname, '../../..')
/** Models are loaded and films may have to be drawn first. */
const TIMEOUT_MS = 180_000

let folder = ''
let empty = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commands-'))
  empty = join(folder, 'empty.jpg')
  await writeFile(empty, '')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Bytes of a key frame that tell its kind and size (RFC 6386 §9.1). */
const KEY_FRAME_HEAD = 10

/** A film of two frames, the first of them a key frame. */
async function redFilm(key: Uint8Array): Promise<Buffer> {
  const recording = new WebmRecording(join(folder, `film-${key.length}.spill`))
  for (const [index, frame] of [key, RED_DELTA_FRAME].entries()) {
    const kind = index === 0 ? 'key' : 'delta'
    const size = { width: 64, height: 48, temporalLayer: 0, colorSpace: VP8_COLOR_SPACE }
    recording.add({ data: Uint8Array.from(frame), kind, ...size, mediaTimeMs: index * 40, receivedAtMs: 0 })
  }
  const finished = await recording.finish()
  if (!finished) throw new Error('There is no recording')
  return buffer(finished.read())
}

const run = (...words: string[]) => runCommand([], ...words)

/** What a line of `read` has, in this order. */
const KEYS = [
  'file',
  'media',
  'type',
  'side',
  'template',
  'format',
  'mrz',
  'fields',
  'quality',
  'barcodes',
  'doubts',
  'ms',
]

describe('vidimus read', () => {
  it(
    'reads a film to its end, and refuses one that cannot be decoded',
    async () => {
      const [film, broken] = [join(folder, 'film.webm'), join(folder, 'broken.webm')]
      await writeFile(film, await redFilm(RED_KEY_FRAME))
      const garbled = RED_KEY_FRAME.map((byte, index) => (index < KEY_FRAME_HEAD ? byte : 0x5a))
      await writeFile(broken, await redFilm(garbled))
      const { code, out, err } = await run('read', film, broken, '--json')
      expect(err).toBe(`${broken}: The video shows no frame that can be decoded\n`)
      expect(code).toBe(2)
      expect(JSON.parse(out)).toMatchObject({ file: film, media: 'video/webm', mrz: null })
    },
    TIMEOUT_MS,
  )

  it(
    'reads a filmed passport and tells of the bad file before it',
    async () => {
      const film = await filmPerson({ person: CAST.anna, document: 'passport' })
      const { code, out, err } = await run('read', empty, film.documentFront[0], '--json')
      expect(err).toBe(`${empty}: The file is empty\n`)
      expect(code).toBe(2)
      const reading = JSON.parse(out)
      expect(Object.keys(reading)).toEqual(KEYS)
      expect(Object.keys(reading.mrz)).toEqual(['lines', 'raw', 'checksValid', 'confidence'])
      expect(reading).toMatchObject({ file: film.documentFront[0], media: 'image/jpeg', format: 'TD3' })
      expect(reading).toMatchObject({ type: 'Passport', side: 'front' })
      expect(reading.mrz).toMatchObject({
        lines: writeMrz(issueDocument(CAST.anna, 'passport')),
        checksValid: true,
      })
      expect(reading.fields.lastName).toMatchObject({ value: 'LINDQVIST' })
      const { lastName, firstNames } = reading.fields
      expect(firstNames.box.y).toBeGreaterThan(lastName.box.y + lastName.box.height / 2)
      const { issuingState, documentCode } = reading.fields
      // On the lines of the zone, in the order in which they stand there.
      expect(issuingState.box.y).toBeGreaterThan(firstNames.box.y)
      expect(issuingState.box.x).toBeGreaterThan(documentCode.box.x)
      expect(issuingState.box.width).toBeGreaterThan(2 * documentCode.box.width)
      const told = Object.values<{ confidence: number; box: unknown }>(reading.fields)
      expect(told.filter(({ box }) => box === null)).toEqual([])
      expect(new Set(told.map(({ confidence }) => confidence)).size).toBeGreaterThan(told.length / 2)
      expect(reading.doubts).toEqual([])
      expect(reading.barcodes).toEqual([])
    },
    TIMEOUT_MS,
  )

  it(
    'reads the line on the back of a licence, and prints it',
    async () => {
      const issued = issueDocument(CAST.theo, 'french-licence')
      const { back } = await drawDocument(issued)
      if (!back) throw new Error('A licence has a back')
      const file = join(folder, 'back.png')
      const { width, height } = back
      // On a desk, so that its rim is seen.
      const desk = { top: 60, bottom: 60, left: 60, right: 60, background: '#554d44' }
      await sharp(back.data, { raw: { width, height, channels: 3 } })
        .extend(desk)
        .toFile(file)
      const reading = JSON.parse((await run('read', file, '--json')).out)
      const line = expect.stringMatching(new RegExp(`^D1FRA${issued.number}`))
      expect(reading).toMatchObject({ format: 'FR-1x30', mrz: { lines: [line], checksValid: true } })
      expect(reading).toMatchObject({ type: 'Driving licence', side: 'back', template: { country: 'FRA' } })
      expect(reading.fields).toMatchObject({
        documentNumber: { value: issued.number, box: { height: expect.any(Number) } },
        obtainingDate: { value: issued.issueDate },
      })
      expect(reading.doubts).not.toContain('no-zone')
      expect((await run('read', file)).out).toContain(reading.mrz.lines[0])
    },
    TIMEOUT_MS,
  )
})

describe('a file that is made to do harm', () => {
  /** Peak of resident memory that refusing any file may take, MiB. */
  const MOST_MEMORY_MIB = 256
  /** Tells the process's peak, KiB, as the last word of standard error. */
  const TELL_PEAK = 'process.on("exit",()=>process.stderr.write("peak "+process.resourceUsage().maxRSS))'

  async function hostileFiles(): Promise<string[]> {
    const red = (side: number) =>
      sharp({ create: { width: side, height: side, channels: 3, background: 'red' } })
    const picture = await red(400).jpeg().toBuffer()
    const strip = (width: number, height: number) =>
      sharp({ create: { width, height, channels: 3, background: 'red' } })
        .png()
        .toBuffer()
    const garbled = RED_KEY_FRAME.map((byte, index) => (index < KEY_FRAME_HEAD ? byte : 0x5a))
    const tallFrame = Buffer.from(RED_KEY_FRAME)
    tallFrame.writeUInt16LE(16, KEY_FRAME_HEAD - 4)
    tallFrame.writeUInt16LE(2560, KEY_FRAME_HEAD - 2)
    const contents: Record<string, Uint8Array> = {
      'cut.jpg': picture.subarray(0, picture.length >> 1),
      'bomb.png': await red(6400).png().toBuffer(),
      'bomb.webp': await red(4200).webp({ effort: 0 }).toBuffer(),
      'empty-scan.png': await red(2100).png({ compressionLevel: 9 }).toBuffer(),
      'archive.jpg': Buffer.concat([picture, Buffer.from('PK\u0003\u0004')]),
      'empty.png': new Uint8Array(0),
      'large.jpg': new Uint8Array(40 * 1024 * 1024),
      'noise.webm': Buffer.concat([Buffer.from('1a45dfa3', 'hex'), Buffer.alloc(8 * 1024 * 1024, 0x5a)]),
      'garbled.webm': await redFilm(garbled),
      'tall.png': await strip(1, 1920),
      'tall.webm': await redFilm(tallFrame),
      'wide.png': await strip(16_383, 16),
      'text.jpg': Buffer.from('P<UTOERIKSSON'),
    }
    const paths = Object.keys(contents).map((name) => join(folder, name))
    for (const [i, bytes] of Object.values(contents).entries()) await writeFile(paths[i], bytes)
    return [...paths, folder, join(folder, 'none.jpg')]
  }

  it.each(['read', 'compare'])(
    'is refused by `vidimus %s` with its name and code 2, in little memory',
    async (command) => {
      const files = await hostileFiles()
      const list = join(folder, 'hostile.csv')
      await writeFile(list, files.map((file) => `${file},${file}`).join('\n'))
      const words = command === 'read' ? files : ['--pairs', list]
      const preload = `NODE_OPTIONS=--import=data:text/javascript,${encodeURIComponent(TELL_PEAK)}`
      const { code, out, err } = await runCommand([preload], command, ...words, '--json')
      const told = out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
      expect(told.map(({ a, error }) => [a, error.split(': ')[0]])).toEqual(
        command === 'read' ? [] : files.map((file) => [file, file]),
      )
      expect(code).toBe(2)
      const lines = err.split('\n')
      const [, peakKiB] = /^peak (\d+)$/.exec(lines.pop() ?? '') ?? []
      expect(lines.map((line) => line.split(': ')[0])).toEqual(files)
      expect(Number(peakKiB) / 1024).toBeLessThanOrEqual(MOST_MEMORY_MIB)
    },
    TIMEOUT_MS,
  )
})

describe('vidimus compare', () => {
  it(
    'tells that two pictures show one face, and that one shows none, whatever is wrong with the pairs between',
    async () => {
      const { face } = await filmPerson({ person: CAST.anna, document: 'passport' })
      const frontal = face.filter(({ yaw }) => Math.abs(yaw) <= 6).map(({ path }) => path)
      const grey = join(folder, 'grey.png')
      await sharp({ create: { width: 300, height: 200, channels: 3, background: 'grey' } }).toFile(grey)
      const list = join(folder, 'pairs.csv')
      const bad = `${frontal[0]},${empty}\nno pair\n`
      await writeFile(
        list,
        `a,b\n${frontal[0]},${frontal[1]}\n${bad}${frontal[0]},${grey}\n${empty},${empty}\n`,
      )
      const { code, out, err } = await run('compare', '--pairs', list, '--json')
      expect(code).toBe(2)
      expect(err).toBe(`${list}: Row 4 of the list has not two files\n${empty}: The file is empty\n`)
      const [same, broken, none, again] = out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      const error = `${empty}: The file is empty`
      expect(broken).toMatchObject({ a: frontal[0], b: empty, similarity: null, band: 'review', error })
      expect(again).toMatchObject({ a: empty, b: empty, similarity: null, band: 'review', error })
      expect(same).toMatchObject({ a: frontal[0], b: frontal[1], band: 'accept' })
      expect(Object.keys(same)).toEqual(['a', 'b', 'similarity', 'band', 'qualities'])
      for (const quality of same.qualities) {
        expect(quality.widthPx).toBeGreaterThan(100)
        expect(quality.sharpness).toBeGreaterThan(25)
      }
      expect(none).toMatchObject({ a: frontal[0], b: grey, similarity: null, band: 'review' })
      expect(none.qualities[0].widthPx).toBeGreaterThan(100)
      expect(none.qualities[1]).toBeNull()
      expect(none.error).toBeUndefined()
    },
    TIMEOUT_MS,
  )

  it('refuses an empty list', async () => {
    const { code, err } = await run('compare', '--pairs', empty)
    expect(code).toBe(2)
    expect(err).toBe(`${empty}: The file is empty\n`)
  })
})

describe('a face model that the operator chose', () => {
  /** The default's own file under another name, with bands that nothing passes. */
  async function describeModel(): Promise<string> {
    await buildModels({ log: () => {} })
    const pinned = PINNED_MODELS.find(({ name }) => name === 'face-embedding')
    const file = join(folder, 'face-model.json')
    const description = {
      name: 'house-model',
      file: join(PROJECT, 'build/models/face-embedding.onnx'),
      sha256: pinned?.sha256,
      licence: 'ours alone',
      provenance: 'trained in this house',
      layout: 'dlib-150',
      channels: 'rgb',
      mean: 0,
      scale: 1,
      bands: { accept: 1, reject: -1 },
    }
    await writeFile(file, JSON.stringify(description))
    return file
  }

  it(
    'compares by its bands, and is listed with its provenance',
    async () => {
      const environment = [`VIDIMUS_FACE_MODEL=${await describeModel()}`]
      const { face } = await filmPerson({ person: CAST.anna, document: 'passport' })
      const [left, right] = face.filter(({ yaw }) => Math.abs(yaw) === 6).map(({ path }) => path)
      const compared = await runCommand(environment, 'compare', left, right, '--json')
      expect(JSON.parse(compared.out)).toMatchObject({ band: 'review' })
      const { out } = await runCommand(environment, 'models', '--json')
      const listed = out.trim().split('\n')
      const [ours, chosen] = [listed.find((line) => line.includes('replacedBy')), listed.at(-1)]
      expect(JSON.parse(ours ?? '')).toMatchObject({ name: 'face-embedding', replacedBy: 'house-model' })
      expect(JSON.parse(chosen ?? '')).toMatchObject({
        name: 'house-model',
        package: 'chosen by the operator',
        provenance: 'trained in this house',
      })
    },
    TIMEOUT_MS,
  )
})
