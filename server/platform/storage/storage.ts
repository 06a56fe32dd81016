/** Where asset bytes live. Keys are relative paths of safe characters, made by us. */
export interface Storage {
  /** Stores bytes durably under a key; the promise resolves after they are on disk. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Moves a finished file (a recording) into the store, durably. */
  putFile(key: string, path: string): Promise<void>
  /** The bytes of a key. Throws `Problem('gone')` when there are none. */
  get(key: string): Promise<Uint8Array>
  /** Deletes a key; a missing one is no error. */
  delete(key: string): Promise<void>
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
