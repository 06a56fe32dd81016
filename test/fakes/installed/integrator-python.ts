import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const QUOTED = resolve(import.meta.dirname, '../../contracts/quoted')
/** How long a script may take: an interpreter's start and a request or two. */
const LIMIT_MS = 30_000

/** The system's interpreter first: its packages are found by no other. */
const INTERPRETERS = ['/usr/bin/python3', 'python3']

/** The Python that the examples of the API's text need; null, said aloud, where the machine has none like it. */
export function findIntegratorPython(): string | null {
  const found = INTERPRETERS.find(
    (one) => spawnSync(one, ['-c', 'import ecdsa, requests'], { timeout: LIMIT_MS }).status === 0,
  )
  if (!found)
    console.warn("SKIPPED: the API text's examples; they need Debian's python3-ecdsa and python3-requests")
  return found ?? null
}

/** A script of an integrator: own lines first, then an example of the API's text. */
export interface IntegratorScript {
  /** What `findIntegratorPython` has found. */
  python: string
  /** What the example takes for granted, such as `response`. */
  before: string
  example: 'verify-response-signature.py' | 'verify-assets.py'
  /** The example's placeholders and what an integrator writes there. */
  placeholders?: Record<string, string>
  /** The authority it trusts, PEM. */
  authorityCert: string
  /** Files it finds in its folder. */
  files?: Record<string, string>
}

/** Runs a script in a folder of its own; gives what it prints. Throws with Python's complaint when it fails. */
export async function runIntegratorPython({
  python,
  before,
  example,
  placeholders = {},
  authorityCert,
  files = {},
}: IntegratorScript): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'integrator-'))
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    writeFileSync(join(folder, 'authority.crt'), authorityCert)
    let quoted = readFileSync(join(QUOTED, example), 'utf8')
    for (const [placeholder, value] of Object.entries(placeholders)) {
      if (!quoted.includes(placeholder)) throw new Error(`The example has no ${placeholder}`)
      quoted = quoted.replaceAll(placeholder, value)
    }
    writeFileSync(join(folder, 'script.py'), `${before}\n${quoted}`)
    const env = { ...process.env, REQUESTS_CA_BUNDLE: join(folder, 'authority.crt') }
    const { stdout } = await run(python, ['script.py'], { cwd: folder, env, timeout: LIMIT_MS })
    return stdout.trim()
  } finally {
    rmSync(folder, { recursive: true })
  }
}
