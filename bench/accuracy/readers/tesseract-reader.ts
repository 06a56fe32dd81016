import { spawn, spawnSync } from 'node:child_process'
import sharp from 'sharp'
import type { Box, Image } from '../../../domain/image.ts'
import { areChecksValid } from './_check-lines.ts'
import { pickZoneLines } from './_pick-zone-lines.ts'
import { findZoneStrip } from './_zone-strip.ts'
import type { ZoneReader } from './zone-reader.ts'

const PROGRAM = 'tesseract'
/** Width that Tesseract is given, px: 44 characters of about 27 px. */
const STRIP_WIDTH = 1200
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<'
/** One block of lines, the network of Tesseract 4 and later, no dictionary: a zone has no words. */
const ARGUMENTS = [
  ...['stdin', 'stdout', '-l', 'eng', '--psm', '6', '--oem', '1'],
  ...['-c', `tessedit_char_whitelist=${ALPHABET}`, '-c', 'load_system_dawg=F', '-c', 'load_freq_dawg=F'],
]

/** The version of Tesseract on this machine, or null when there is none. */
export function tesseractVersion(): string | null {
  const { stdout, status } = spawnSync(PROGRAM, ['--version'], { encoding: 'utf8' })
  return status === 0 ? stdout.split('\n')[0].trim() : null
}

/** The peer: Tesseract on the strip that the method of PassportEye finds; it looks at one frame. */
export function tesseractReader(): ZoneReader {
  return {
    name: 'Tesseract, strip as PassportEye',
    isOurs: false,
    read: async ([frame]) => {
      const strip = findZoneStrip(frame)
      const lines = strip && pickZoneLines(await readText(await cutStrip(frame, strip)))
      return { lines, checksValid: lines !== null && areChecksValid(lines) }
    },
  }
}

function cutStrip({ data, width, height }: Image, strip: Box): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .extract({ left: strip.x, top: strip.y, width: strip.width, height: strip.height })
    .resize({ width: STRIP_WIDTH })
    .greyscale()
    .png()
    .toBuffer()
}

function readText(picture: Buffer): Promise<string> {
  const child = spawn(PROGRAM, ARGUMENTS, {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  })
  child.stdin.end(picture)
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (part) => {
    text += part
  })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', () => done(text))
  })
}
