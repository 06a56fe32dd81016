import { createCipheriv, randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

const KEY_BYTES = 32
/** Block of AES. */
const BLOCK_BYTES = 16
/** Bytes read at once. */
const READ_BYTES = 1024 * 1024

/**
 * A file of this process alone: on the disk it is encrypted (AES-256-CTR, NIST SP 800-38A §6.5) under a key
 * that only memory holds, so that what a crash leaves behind tells nothing. Takes bytes at any position.
 * Nobody trusts it again later, so nothing authenticates it; a container's head, written again at its end,
 * shows in which of its sizes and times it changed.
 */
export class SpillFile {
  readonly #path: string
  readonly #key = randomBytes(KEY_BYTES)
  #handle: FileHandle | null = null
  #sizeBytes = 0

  constructor(path: string) {
    this.#path = path
  }

  /** Makes the file, and its folder. */
  async open(): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true })
    this.#handle = await open(this.#path, 'w+', 0o600)
  }

  /** Writes bytes at a position, over what was there. */
  async write(bytes: Uint8Array, position: number): Promise<void> {
    const sealed = this.#crypt(bytes, position)
    for (let done = 0; done < sealed.length; ) {
      const { bytesWritten } = await this.#opened().write(sealed, done, sealed.length - done, position + done)
      done += bytesWritten
    }
    this.#sizeBytes = Math.max(this.#sizeBytes, position + sealed.length)
  }

  /** All bytes, in pieces. */
  async *read(): AsyncGenerator<Buffer> {
    const piece = Buffer.alloc(READ_BYTES)
    for (let position = 0; position < this.#sizeBytes; ) {
      const { bytesRead } = await this.#opened().read(piece, 0, READ_BYTES, position)
      if (bytesRead === 0) throw new Error('A spill file is cut off')
      yield this.#crypt(piece.subarray(0, bytesRead), position)
      position += bytesRead
    }
  }

  /** Closes and deletes the file; a second time is no error. */
  async discard(): Promise<void> {
    const handle = this.#handle
    this.#handle = null
    this.#key.fill(0)
    await handle?.close()
    await rm(this.#path, { force: true })
  }

  #opened(): FileHandle {
    if (!this.#handle) throw new Error('A spill file is not open')
    return this.#handle
  }

  /** Encrypts and decrypts alike. The key is this file's alone: its blocks are counted from 0. */
  #crypt(bytes: Uint8Array, position: number): Buffer {
    const counter = Buffer.alloc(BLOCK_BYTES)
    counter.writeBigUInt64BE(BigInt(Math.floor(position / BLOCK_BYTES)), BLOCK_BYTES - 8)
    const cipher = createCipheriv('aes-256-ctr', this.#key, counter)
    cipher.update(Buffer.alloc(position % BLOCK_BYTES))
    return cipher.update(bytes)
  }
}
