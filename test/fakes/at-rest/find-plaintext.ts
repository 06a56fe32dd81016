import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Text shorter than this in Base64 is found by chance in encrypted bytes. */
const BASE64_FROM_BYTES = 12

/** What must lie nowhere readable, by a name for it. */
export type Secrets = Readonly<Record<string, string | Buffer>>

/** Looks through every file under a folder; gives what was found where, and how much was looked through. */
export async function findPlaintext(
  folder: string,
  secrets: Secrets,
): Promise<{ found: string[]; files: string[]; bytes: number }> {
  const shapes = shapesOf(secrets)
  const files: string[] = []
  const found: string[] = []
  let size = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = await readIfThere(path)
    const name = relative(folder, path)
    files.push(name)
    size += bytes.length
    found.push(...lookThrough(bytes, shapes).map((what) => `${what} in ${name}`))
  }
  return { found, files, bytes: size }
}

/** Names of the secrets, and of their shapes, that some text holds. */
export function findInText(text: string, secrets: Secrets): string[] {
  return lookThrough(Buffer.from(text), shapesOf(secrets))
}

interface Shape {
  name: string
  bytes: Buffer
}

function lookThrough(bytes: Buffer, shapes: Shape[]): string[] {
  return shapes.filter((shape) => bytes.includes(shape.bytes)).map(({ name }) => name)
}

/** The shapes a secret may take: as it is, as UTF-16, in other case, as hex (PostgreSQL's text of bytes), as Base64. */
function shapesOf(secrets: Secrets): Shape[] {
  return Object.entries(secrets).flatMap(([name, secret]) =>
    typeof secret === 'string'
      ? [...new Set([secret, secret.toUpperCase(), secret.toLowerCase()])].flatMap(textShapes(name))
      : byteShapes(name, secret),
  )
}

function textShapes(name: string): (text: string) => Shape[] {
  return (text) => [
    ...byteShapes(name, Buffer.from(text)),
    { name: `${name} (UTF-16)`, bytes: Buffer.from(text, 'utf16le') },
    { name: `${name} (UTF-16, big end first)`, bytes: Buffer.from(text, 'utf16le').swap16() },
  ]
}

function byteShapes(name: string, bytes: Buffer): Shape[] {
  const shapes = [
    { name, bytes },
    { name: `${name} (hex)`, bytes: Buffer.from(bytes.toString('hex')) },
  ]
  if (bytes.length < BASE64_FROM_BYTES) return shapes
  const encoded = [0, 1, 2].map((shift) => ({
    name: `${name} (Base64)`,
    bytes: Buffer.from(encodeShifted(bytes, shift)),
  }))
  return [...shapes, ...encoded]
}

/** The characters of Base64 that tell these bytes alone, when so many others stand before them. */
function encodeShifted(bytes: Buffer, shift: number): string {
  const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
  const whole = Math.floor(((shift + bytes.length) * 8) / 6)
  return text.slice(Math.ceil((shift * 8) / 6), whole)
}

/** A running service removes files while they are listed. */
async function readIfThere(path: string): Promise<Buffer> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  })
}
