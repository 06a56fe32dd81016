import { randomBytes } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writePrivately } from './_write-privately.ts'

/** 256 bits: as strong as the hashes it keys. */
const SECRET_BYTES = 32

/** A random secret kept in a file of mode 600; made at first use, the same ever after. */
export async function openSecret(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writePrivately(path, randomBytes(SECRET_BYTES).toString('base64url'), 'new')
  const secret = await readFile(path, 'utf8')
  if (secret.length < SECRET_BYTES)
    throw new Error(`Secret file ${path} is cut short; delete it to make a new one`)
  return secret
}
