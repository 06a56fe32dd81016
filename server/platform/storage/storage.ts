/** Where asset bytes live. Keys are relative paths of safe characters, made by us. */
export interface Storage {
  /** Stores bytes durably under a key; the promise resolves after they are on disk. */
  put(key: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void>
  /** The bytes of a key. Throws `Problem('gone')` when there are none. */
  get(key: string): Promise<Uint8Array>
  /** How many bytes a key has. Throws `Problem('gone')` when there are none. */
  size(key: string): Promise<number>
  /** A part of the bytes of a key: from `start` up to, but not including, `end`. Throws as `size`. */
  read(key: string, span: { start: number; end: number }): Promise<Uint8Array>
  /** Deletes a key; a missing one is no error. */
  delete(key: string): Promise<void>
  /** Deletes every key under a folder, durably; a missing one is no error. */
  deleteFolder(folder: string): Promise<void>
}

/** Signs time-limited asset URLs in the SigV4 query shape (AWS Signature Version 4, query string). */
export interface AssetUrlSigner {
  /** The absolute URL of an asset, good for 3600 s. */
  sign(asset: { key: string; contentType: string }): string
}

/** An asset that a signed URL gives the right to fetch. */
export interface GrantedAsset {
  key: string
  contentType: string
}
