/** Seals small secrets (data keys, signing keys, clients' tokens) under the installation's master key. */
export interface Keyring {
  /** Encrypts a secret; `purpose` says what it is for and whose it is, and is needed to open it again. */
  seal(secret: Uint8Array, purpose: string): Buffer
  /** The secret. Throws an Error when it was altered, or sealed under another key or for another purpose. */
  open(sealed: Uint8Array, purpose: string): Buffer
}
