import { createHash } from 'node:crypto'
import { existsSync, globSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const PROJECT = dirname(import.meta.dirname)
/** Everything the bundle is made from; tests and the gallery are not in it. */
const SOURCES = [
  'capture-app/**/*.{ts,tsx,css,html,svg}',
  'domain/*.ts',
  'package.json',
  'tools/build-capture-app.ts',
]
const NOT_SOURCES = /\.test\.ts$|^capture-app\/gallery\/|\/_/
/** Holds the hash of the sources a bundle was made from, inside the bundle's folder. */
const STAMP = '.sources'

/** Where to build and whom to tell. */
export interface CaptureAppBuild {
  log: (line: string) => void
  /** The folder that will hold index.html and assets/; build/capture-app of the project when left out. */
  directory?: string
}

/**
 * Builds the applicant's app unless what stands was built from the same sources. The bundle appears
 * as a whole: it is built beside its place and then moved there. Throws what Vite throws.
 */
export async function buildCaptureApp({ log, directory }: CaptureAppBuild): Promise<void> {
  const target = directory ?? join(PROJECT, 'build', 'capture-app')
  const hash = await hashSources()
  if ((await readStamp(target)) === hash) return
  log('Building the capture app …')
  const startedAt = performance.now()
  const fresh = `${target}.${process.pid}.new`
  await runVite(fresh)
  await writeFile(join(fresh, STAMP), hash)
  await replaceDirectory(fresh, target)
  log(`The capture app is built (${Math.round(performance.now() - startedAt)} ms)`)
}

async function hashSources(): Promise<string> {
  const files = globSync(SOURCES, { cwd: PROJECT })
  const hash = createHash('sha256')
  for (const file of files.filter((name) => !NOT_SOURCES.test(name)).sort()) {
    hash.update(`${file}\0`).update(await readFile(join(PROJECT, file)))
  }
  return hash.digest('hex')
}

async function readStamp(directory: string): Promise<string | null> {
  const stamp = join(directory, STAMP)
  return existsSync(stamp) ? readFile(stamp, 'utf8') : null
}

async function runVite(directory: string): Promise<void> {
  // Loaded only when there is something to build: the bundler takes longer to load than the check above.
  const { build } = await import('vite')
  await build({
    configFile: join(PROJECT, 'capture-app', 'vite.config.ts'),
    mode: 'production',
    logLevel: 'error',
    build: { outDir: directory },
  })
}

/** Several processes may build at once, from the same sources: whoever comes second keeps what stands. */
async function replaceDirectory(fresh: string, target: string): Promise<void> {
  const old = `${target}.${process.pid}.old`
  await mkdir(dirname(target), { recursive: true })
  await rename(target, old).catch(ignoring('ENOENT'))
  await rename(fresh, target).catch(ignoring('ENOTEMPTY', 'EEXIST'))
  await Promise.all([old, fresh].map((left) => rm(left, { recursive: true, force: true })))
}

function ignoring(...codes: string[]): (fault: NodeJS.ErrnoException) => void {
  return (fault) => {
    if (!codes.includes(fault.code ?? '')) throw fault
  }
}
