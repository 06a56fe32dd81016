import { readFile } from 'node:fs/promises'
import { MASTER_KEY_BYTES } from './master-keyring.ts'
import { openSecret } from './persisted-secret.ts'

/** Where a master key comes from: its Base64, a file that holds it, or a file made here at the first start. */
export type MasterKeyOrigin =
  | { from: 'environment'; base64: string }
  | { from: 'file'; path: string }
  | { from: 'data' }

/**
 * The master key. `madeFile` keeps the one that is made where none is given. Throws an Error of one sentence,
 * which never holds the key, when a file cannot be read or holds something else.
 */
export async function openMasterKey(origin: MasterKeyOrigin, madeFile: string): Promise<Buffer> {
  if (origin.from === 'environment') return parseKey(origin.base64, 'VIDIMUS_MASTER_KEY')
  if (origin.from === 'data') return parseKey(await openSecret(madeFile), madeFile)
  return parseKey(await readKeyFile(origin.path), origin.path)
}

/** Both alphabets of Base64 are read (RFC 4648 §4, §5). */
function parseKey(text: string, place: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64')
  const isBase64 = /^[A-Za-z0-9+/_-]+=?$/.test(text.trim())
  if (!isBase64 || key.length !== MASTER_KEY_BYTES) {
    throw new Error(`The master key in ${place} must be ${MASTER_KEY_BYTES} bytes in Base64`)
  }
  return key
}

async function readKeyFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Error(`The master key file ${path} cannot be read (${code})`)
  }
}
