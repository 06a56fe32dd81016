/** Seals small secrets (data keys, signing keys, clients' tokens) under the installation's master key. */
export interface Keyring {
  /** Encrypts a secret; `purpose` says what it is for and whose it is, and is needed to open it again. */
  seal(secret: Uint8Array, purpose: string): Buffer
  /** The secret. Throws an Error when it was altered, or sealed under another key or for another purpose. */
  open(sealed: Uint8Array, purpose: string): Buffer
  /** A secret of its own for a purpose, the same at every start: whoever has the data without the master key has it not. */
  derive(purpose: string): Buffer
  /** Makes a random data key for an identification (resource number), with the sealed form that is kept. */
  makeDataKey(identification: number): { dataKey: DataKey; sealed: Buffer }
  /** Opens the data key of an identification. Throws an Error as `open` does. */
  openDataKey(sealed: Uint8Array, identification: number): DataKey
}

/** Encrypts the personal data of one identification, which is gone for good with this key. */
export interface DataKey {
  /** Names the key without telling it, 16 hexadecimal digits. */
  readonly name: string
  /** Encrypts a value of JSON for its place: table and column, and the row where there are several. */
  seal(place: string, value: unknown): Buffer
  /** The value. Throws an Error when it was altered, or sealed for another place or identification. */
  open<T>(place: string, sealed: Uint8Array): T
  /** Encrypts bytes of any length for their place, in chunks. */
  sealBytes(place: string, bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): SealedBytes
  /** Opens them. Throws an Error when they were altered, cut off or sealed for another place. */
  openBytes(place: string, source: ByteSource): Promise<OpenedBytes>
}

/** Bytes from `start` up to, but not including, `end`. */
export interface Span {
  start: number
  end: number
}

/** Where sealed bytes are read from, in parts. */
export interface ByteSource {
  sizeBytes: number
  read(span: Span): Promise<Uint8Array>
}

/** Bytes on their way to be sealed. */
export interface SealedBytes {
  sealed: AsyncIterable<Buffer>
  /** SHA-256 (hex) and number of the bytes before they were sealed; known once `sealed` was read to its end. */
  digest(): { sha256: string; sizeBytes: number }
}

/** Sealed bytes that can be read. */
export interface OpenedBytes {
  sha256: string
  sizeBytes: number
  /** A part of them, in pieces. Throws an Error at the first piece that was altered, before any byte of it. */
  read(span: Span): AsyncIterable<Buffer>
}

/** A sealed value of a place; null where there is none, or its key was destroyed. */
export function openSealed<T>(dataKey: DataKey | null, place: string, sealed: Uint8Array | null): T | null {
  return dataKey && sealed ? dataKey.open<T>(place, sealed) : null
}

/** Signs documents that leave the service. */
export interface DocumentSigner {
  /** Common name of its certificates. */
  name: string
  /** SHA-256 of the authority's certificate, lower-case hex: what readers compare. */
  authorityFingerprint: string
  /** A detached CMS signature over bytes, DER, with the signing certificate and its authority in it. */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}
