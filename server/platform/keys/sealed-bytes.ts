import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import type { ByteSource, OpenedBytes, SealedBytes } from './keys.ts'

/** Bytes of a chunk before it is sealed: what a range costs at most beyond itself, and 1 part in 4000 of tags. */
const CHUNK_BYTES = 65_536
/** Chunks read at once: 1 MiB. */
const CHUNKS_A_READ = 16
const TAG_BYTES = 16
const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES
/** Layout: version and salt, the chunks, then the closing chunk with the SHA-256 and the size of the whole. */
const VERSION = 1
const SALT_BYTES = 32
const HEADER_BYTES = 1 + SALT_BYTES
const SHA256_BYTES = 32
const SIZE_BYTES = 8
const CLOSING_BYTES = SHA256_BYTES + SIZE_BYTES + TAG_BYTES
const KEY_BYTES = 32
const NONCE_BYTES = 12

/** Seals one chunk, or opens it: its number and whether it closes the whole are part of it. */
interface ChunkCipher {
  seal(chunk: Uint8Array, place: ChunkPlace): Buffer
  open(sealed: Uint8Array, place: ChunkPlace): Buffer
}
interface ChunkPlace {
  index: number
  kind: 'chunk' | 'closing'
}

/**
 * Seals a stream in chunks that open alone but cannot be moved, swapped, repeated or cut off: each is sealed
 * with AES-256-GCM under a key of this stream alone, with its number as nonce (the STREAM construction of Hoang,
 * Reyhanitabar, Rogaway and Vizár, CRYPTO 2015).
 */
export function sealBytes(
  key: Uint8Array,
  purpose: string,
  bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): SealedBytes {
  const hash = createHash('sha256')
  let sizeBytes = 0
  let sha256: string | null = null
  async function* seal(): AsyncGenerator<Buffer> {
    const salt = randomBytes(SALT_BYTES)
    const cipher = chunkCipher(key, salt, purpose)
    yield Buffer.concat([Buffer.of(VERSION), salt])
    let index = 0
    for await (const chunk of inChunks(bytes)) {
      hash.update(chunk)
      sizeBytes += chunk.length
      yield cipher.seal(chunk, { index: index++, kind: 'chunk' })
    }
    const digest = hash.digest()
    sha256 = digest.toString('hex')
    yield cipher.seal(Buffer.concat([digest, writeSize(sizeBytes)]), { index, kind: 'closing' })
  }
  return {
    sealed: seal(),
    digest() {
      if (sha256 === null) throw new Error('The bytes are not sealed to their end')
      return { sha256, sizeBytes }
    },
  }
}

/** Opens sealed bytes. Throws an Error when they were altered, cut off or sealed for another purpose. */
export async function openBytes(key: Uint8Array, purpose: string, source: ByteSource): Promise<OpenedBytes> {
  const chunkedBytes = source.sizeBytes - HEADER_BYTES - CLOSING_BYTES
  if (chunkedBytes < 0) throw new Error('Sealed bytes are cut off')
  const header = await source.read({ start: 0, end: HEADER_BYTES })
  if (header[0] !== VERSION) throw new Error('Sealed bytes are of another version')
  const cipher = chunkCipher(key, header.subarray(1), purpose)
  const index = Math.ceil(chunkedBytes / SEALED_CHUNK_BYTES)
  const closing = cipher.open(
    await source.read({ start: source.sizeBytes - CLOSING_BYTES, end: source.sizeBytes }),
    { index, kind: 'closing' },
  )
  const sizeBytes = Number(closing.readBigUInt64BE(SHA256_BYTES))
  if (sizeBytes !== chunkedBytes - index * TAG_BYTES) throw new Error('Sealed bytes have another size')
  return {
    sha256: closing.subarray(0, SHA256_BYTES).toString('hex'),
    sizeBytes,
    read: (range) => readRange({ source, cipher, sizeBytes }, range),
  }
}

async function* readRange(
  { source, cipher, sizeBytes }: { source: ByteSource; cipher: ChunkCipher; sizeBytes: number },
  { start, end }: { start: number; end: number },
): AsyncGenerator<Buffer> {
  const chunks = Math.ceil(sizeBytes / CHUNK_BYTES)
  const last = Math.min(chunks, Math.ceil(end / CHUNK_BYTES))
  const sealedEnd = HEADER_BYTES + sizeBytes + chunks * TAG_BYTES
  for (let first = Math.floor(start / CHUNK_BYTES); first < last; first += CHUNKS_A_READ) {
    const next = Math.min(last, first + CHUNKS_A_READ)
    const sealed = await source.read({
      start: HEADER_BYTES + first * SEALED_CHUNK_BYTES,
      end: Math.min(sealedEnd, HEADER_BYTES + next * SEALED_CHUNK_BYTES),
    })
    for (let index = first; index < next; index++) {
      const at = (index - first) * SEALED_CHUNK_BYTES
      const chunk = cipher.open(sealed.subarray(at, at + SEALED_CHUNK_BYTES), { index, kind: 'chunk' })
      const offset = index * CHUNK_BYTES
      yield chunk.subarray(Math.max(0, start - offset), Math.min(chunk.length, end - offset))
    }
  }
}

function chunkCipher(key: Uint8Array, salt: Uint8Array, purpose: string): ChunkCipher {
  const streamKey = Buffer.from(hkdfSync('sha256', key, salt, `bytes/${VERSION}/${purpose}`, KEY_BYTES))
  return {
    seal(chunk, place) {
      const cipher = createCipheriv('aes-256-gcm', streamKey, nonceOf(place))
      return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
    },
    open(sealed, place) {
      if (sealed.length < TAG_BYTES) throw new Error('A sealed chunk is cut off')
      const decipher = createDecipheriv('aes-256-gcm', streamKey, nonceOf(place))
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
      return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()])
    },
  }
}

function nonceOf({ index, kind }: ChunkPlace): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES)
  nonce.writeUInt32BE(index, NONCE_BYTES - 5)
  nonce[NONCE_BYTES - 1] = kind === 'closing' ? 1 : 0
  return nonce
}

/** The same bytes in chunks of one size; only the last may be shorter. */
async function* inChunks(
  bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let waiting = Buffer.alloc(0)
  for await (const piece of bytes) {
    waiting = waiting.length === 0 ? Buffer.from(piece) : Buffer.concat([waiting, piece])
    let start = 0
    for (; waiting.length - start >= CHUNK_BYTES; start += CHUNK_BYTES)
      yield waiting.subarray(start, start + CHUNK_BYTES)
    waiting = waiting.subarray(start)
  }
  if (waiting.length > 0) yield waiting
}

function writeSize(sizeBytes: number): Buffer {
  const written = Buffer.alloc(SIZE_BYTES)
  written.writeBigUInt64BE(BigInt(sizeBytes))
  return written
}
