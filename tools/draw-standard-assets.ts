import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import sharp from 'sharp'
import { measureQuality } from '../analysis/image/measure-quality.ts'
import { encodeInPage } from '../bench/journey/film/encode-in-page.ts'
import type { Image } from '../domain/image.ts'
import { decodeImage } from '../server/assets/decode-image.ts'
import { WebmRecording } from '../server/platform/media/vp8/webm-recording.ts'
import { findChromium } from '../test/fakes/find-chromium.ts'
import { CAST, type CastName } from '../test/people/cast.ts'
import { drawDocument } from '../test/people/documents/draw-document.ts'
import { type DocumentKind, issueDocument } from '../test/people/documents/issue-document.ts'
import { specimenMark } from '../test/people/documents/sheet.ts'
import { filmDocument } from '../test/people/film/film-document.ts'
import { filmFace } from '../test/people/film/film-face.ts'

const FOLDER = join(import.meta.dirname, '../server/identifications/standard/assets')
const INDEX = join(import.meta.dirname, '../server/identifications/standard/standard-assets.ts')
/** Width of the pictures, px: small enough to lie in the project, large enough to look at. */
const PICTURE_WIDTH = 360
/** Width of faces and signatures, px: less is to be seen on them. */
const SMALL_WIDTH = 170
/** Colours of a picture's palette. */
const COLORS = 28
/** The recordings: a thumbnail of 16:9 at a low rate, px and bits a second. */
const FILM = { width: 256, height: 144, framesPerSecond: 8, bitrate: 55_000 }
const FRAMES_OF_A_LOOP = 8
/** A head that turns to both sides and back, degrees. */
const YAWS = [0, 0, 8, 16, 24, 24, 16, 8, 0, -8, -16, -24, -24, -16, -8, 0, 0]
/** Where the signature stands on each card: shares of its width and height. */
const SIGNATURES = {
  'id-card': { left: 0.39, top: 0.79, width: 0.33, height: 0.16 },
  'french-card': { left: 0.54, top: 0.56, width: 0.31, height: 0.12 },
} as const

interface Answer {
  name: string
  person: CastName
  document: keyof typeof SIGNATURES
  sides: ('front' | 'back')[]
  /** How the card is: as issued, or a copy of it on paper. */
  card: 'original' | 'photocopy'
}

const ANSWERS: readonly Answer[] = [
  { name: 'validated', person: 'ines', document: 'id-card', sides: ['front', 'back'], card: 'original' },
  { name: 'photocopy', person: 'theo', document: 'id-card', sides: ['front', 'back'], card: 'photocopy' },
  { name: 'no-back', person: 'anna', document: 'french-card', sides: ['front'], card: 'original' },
]

/**
 * Draws the pictures and recordings of the standard answers (API text, "Get standard answer") and the list of them
 * with their hashes: `node tools/draw-standard-assets.ts`. Needs Chromium.
 */
async function drawStandardAssets(): Promise<void> {
  const films: { name: string; frames: Image[] }[] = []
  for (const answer of ANSWERS) {
    for (const { name, frames } of await drawAnswer(answer)) films.push({ name, frames })
  }
  await encodeFilms(films)
  await writeIndex()
}

async function drawAnswer(answer: Answer): Promise<{ name: string; frames: Image[] }[]> {
  const holder = CAST[answer.person]
  const issued = issueDocument(holder, answer.document satisfies DocumentKind)
  const drawn = await drawDocument(issued)
  const films: { name: string; frames: Image[] }[] = []
  for (const side of answer.sides) {
    const flat = drawn[side]
    if (!flat) throw new Error(`A ${answer.document} has no ${side}`)
    const image = answer.card === 'photocopy' ? await photocopy(flat) : flat
    await keepPicture(`${answer.name}-${side}`, image)
    if (side === 'front')
      await keepPicture(
        `${answer.name}-signature`,
        await cut(image, SIGNATURES[answer.document]),
        SMALL_WIDTH,
      )
    const card = { image, cornerShare: drawn.size.cornerRadiusMm / drawn.size.widthMm }
    const frames = await filmDocument(card, {
      seed: holder.person.seed,
      frames: FRAMES_OF_A_LOOP,
      size: { width: 640, height: 360 },
      hand: [196, 150, 124],
    })
    const loop = frames.map((frame) => frame.image)
    films.push({ name: `${answer.name}-${side}`, frames: [...loop, ...loop] })
  }
  const distinct = [...new Set(YAWS)]
  const faces = filmFace(holder.person, distinct)
  const marked = await Promise.all(faces.map(({ image }) => mark(image)))
  const frontal = marked[distinct.indexOf(0)]
  await keepPicture(
    `${answer.name}-face`,
    await cut(frontal, { left: 0.3, top: 0.08, width: 0.4, height: 0.86 }),
    SMALL_WIDTH,
  )
  films.push({ name: `${answer.name}-face`, frames: YAWS.map((yaw) => marked[distinct.indexOf(yaw)]) })
  return films
}

/** A copy on paper: grey, hard, with the white of the sheet. */
function photocopy(image: Image): Promise<Image> {
  return toImage(raw(image).modulate({ saturation: 0 }).linear(1.35, -30))
}

function cut(
  image: Image,
  share: { left: number; top: number; width: number; height: number },
): Promise<Image> {
  const part = {
    left: Math.round(image.width * share.left),
    top: Math.round(image.height * share.top),
    width: Math.round(image.width * share.width),
    height: Math.round(image.height * share.height),
  }
  return toImage(raw(image).extract(part))
}

/** Writes SPECIMEN across a face, as the cards have it. */
function mark(image: Image): Promise<Image> {
  const { width, height } = image
  const size = height / 10
  const word = specimenMark({ x: width / 2, y: height * 0.86, size, angle: -8 })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${word}${word}</svg>`
  return toImage(raw(image).composite([{ input: Buffer.from(svg) }]))
}

async function keepPicture(name: string, image: Image, width = PICTURE_WIDTH): Promise<void> {
  const png = await raw(image)
    .resize({ width })
    .png({ palette: true, colours: COLORS, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer()
  await writeFile(join(FOLDER, `${name}.png`), png)
}

async function encodeFilms(films: { name: string; frames: Image[] }[]): Promise<void> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium found: install one or name it in VIDIMUS_CHROMIUM')
  const browser = await chromium.launch({
    executablePath,
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run'],
  })
  try {
    for (const { name, frames } of films) {
      const pictures = await Promise.all(frames.map((frame) => raw(frame).jpeg({ quality: 90 }).toBuffer()))
      const page = await browser.newPage()
      // Loopback counts as a secure origin, which the encoder asks for; nothing listens there.
      await page.route('http://localhost/**', (route) => {
        const index = /\/frame\/(\d+)$/.exec(route.request().url())?.[1]
        return index === undefined
          ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Encoder</title>' })
          : route.fulfill({ contentType: 'image/jpeg', body: pictures[Number(index)] })
      })
      await page.goto('http://localhost/')
      const film = await page.evaluate(encodeInPage, { ...FILM, pictures: pictures.map((_, index) => index) })
      await page.close()
      await keepRecording(name, film)
    }
  } finally {
    await browser.close()
  }
}

async function keepRecording(name: string, film: Awaited<ReturnType<typeof encodeInPage>>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'standard-'))
  const recording = new WebmRecording(join(folder, 'film.webm'))
  for (const frame of film.frames) {
    recording.add({
      data: new Uint8Array(Buffer.from(frame.data, 'base64')),
      kind: frame.kind,
      temporalLayer: frame.temporalLayer,
      receivedAtMs: frame.timeMs,
      mediaTimeMs: frame.timeMs,
      width: FILM.width,
      height: FILM.height,
      colorSpace: { matrix: 'bt601', range: 'studio' },
    })
  }
  const finished = await recording.finish()
  if (!finished) throw new Error(`Nothing was recorded of ${name}`)
  await writeFile(join(FOLDER, `${name}.webm`), finished.read())
  await rm(folder, { recursive: true })
}

/** Writes what an answer says of the files, so that it never has to read them. */
async function writeIndex(): Promise<void> {
  const lines: string[] = []
  for (const { name, sides } of ANSWERS) {
    const pictures = [...sides, 'signature', 'face'].map((part) => `${name}-${part}.png`)
    const recordings = [...sides, 'face'].map((part) => `${name}-${part}.webm`)
    for (const file of [...pictures, ...recordings]) {
      const bytes = await readFile(join(FOLDER, file))
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const measured = file.endsWith('.png') ? await measure(bytes) : []
      lines.push(`  '${file}': {`, `    sha256: '${sha256}',`, ...measured, '  },')
    }
  }
  await writeFile(INDEX, HEAD + lines.join('\n') + TAIL)
}

async function measure(bytes: Uint8Array): Promise<string[]> {
  const image = await decodeImage(bytes)
  const { sharpness } = measureQuality(image)
  return [`    areaPixels: ${image.width * image.height},`, `    sharpness: ${Math.round(sharpness)},`]
}

function raw({ data, width, height }: Image) {
  return sharp(data, { raw: { width, height, channels: 3 } })
}

async function toImage(pipeline: ReturnType<typeof raw>): Promise<Image> {
  const { data, info } = await pipeline.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data), width: info.width, height: info.height }
}

const HEAD = `/** What is known of a file of the standard answers; the last two of pictures alone. */
export interface StandardAsset {
  sha256: string
  areaPixels?: number
  /** Variance of the Laplacian, as for every card. */
  sharpness?: number
}

/** The files in assets/, as tools/draw-standard-assets.ts has drawn and measured them. */
export const STANDARD_ASSETS = {
`
const TAIL = `
} as const satisfies Record<string, StandardAsset>
`

await drawStandardAssets()
