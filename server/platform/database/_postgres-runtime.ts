import { createHash } from 'node:crypto'
import { chown, lstat, mkdir, rename, symlink, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PostgresBinaries } from './_postgres-binaries.ts'

/** Longest path of a unix socket that every platform takes: sun_path holds 108 bytes on Linux, 104 on macOS. */
const LONGEST_SOCKET_PATH_BYTES = process.platform === 'darwin' ? 103 : 107
/** File that PostgreSQL makes in its socket directory for port 5432. */
const SOCKET_NAME = '.s.PGSQL.5432'
/** Group and world bits of a mode. */
const OTHERS_MASK = 0o077

/** Whom the server runs as. */
export interface Owner {
  uid: number
  gid: number
}

/**
 * Makes the private directory of one data directory's socket and library links, short enough for a socket path.
 * Throws when someone else owns a directory of that name.
 */
export async function makeRuntimeDirectory(dataDirectory: string, owner: Owner): Promise<string> {
  const hash = createHash('sha256').update(dataDirectory).digest('hex').slice(0, 12)
  const name = `vidimus-${process.getuid?.() ?? 0}-${hash}`
  const fits = (path: string) => Buffer.byteLength(join(path, SOCKET_NAME)) <= LONGEST_SOCKET_PATH_BYTES
  const directory = fits(join(tmpdir(), name)) ? join(tmpdir(), name) : join('/tmp', name)
  await mkdir(directory, { mode: 0o700 }).then(
    () => chown(directory, owner.uid, owner.gid),
    () => assertPrivate(directory, owner),
  )
  return directory
}

async function assertPrivate(directory: string, owner: Owner): Promise<void> {
  const found = await lstat(directory)
  const ours = found.uid === owner.uid || found.uid === process.getuid?.()
  if (!found.isDirectory() || !ours || (found.mode & OTHERS_MASK) !== 0) {
    throw new Error(
      `Use ${directory} for the database socket: it is not a private directory of this user; remove it`,
    )
  }
  // A process that stopped between mkdir and chown leaves the directory with the wrong owner.
  if (found.uid !== owner.uid) await chown(directory, owner.uid, owner.gid)
}

/**
 * Lays the library links that npm's tarball lacks (install scripts are off) in the runtime directory,
 * so that an installation that cannot be written works too. Returns the directory to load from.
 */
export async function linkLibraries(runtimeDirectory: string, binaries: PostgresBinaries): Promise<string> {
  const directory = join(runtimeDirectory, 'lib')
  await mkdir(directory, { recursive: true, mode: 0o755 })
  for (const [name, file] of Object.entries(binaries.links)) {
    // Rename replaces a link in one step, also when two processes do it at once.
    const fresh = join(directory, `${name}.${process.pid}`)
    await unlink(fresh).catch(() => {})
    await symlink(join(binaries.libraries, file), fresh)
    await rename(fresh, join(directory, name))
  }
  return directory
}
