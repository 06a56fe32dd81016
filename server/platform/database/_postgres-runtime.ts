import { createHash } from 'node:crypto'
import {
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readlink,
  rename,
  rm,
  symlink,
  unlink,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PostgresBinaries } from './_postgres-binaries.ts'

/** Longest path of a unix socket that every platform takes: sun_path holds 108 bytes on Linux, 104 on macOS. */
const LONGEST_SOCKET_PATH_BYTES = process.platform === 'darwin' ? 103 : 107
/** File that PostgreSQL makes in its socket directory for port 5432. */
const SOCKET_NAME = '.s.PGSQL.5432'
/** Beginning of the directory that one started server has its socket in. */
const SOCKET_DIRECTORY_PREFIX = 's-'
/** Link to that directory of the server that runs. */
const CURRENT_SOCKET = 'socket'
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
  const longest = (path: string) => join(path, `${SOCKET_DIRECTORY_PREFIX}123456`, SOCKET_NAME)
  const fits = (path: string) => Buffer.byteLength(longest(path)) <= LONGEST_SOCKET_PATH_BYTES
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
    await replaceLink(join(directory, name), join(binaries.libraries, file))
  }
  return directory
}

/**
 * Makes the socket directory of one start. A new one each time: the lock of a killed server's socket holds as
 * long as its process is a zombie, which the machine's init may leave for seconds.
 */
export async function makeSocketDirectory(runtimeDirectory: string, owner: Owner): Promise<string> {
  const directory = await mkdtemp(join(runtimeDirectory, SOCKET_DIRECTORY_PREFIX))
  await chown(directory, owner.uid, owner.gid)
  return directory
}

/** Points the link that clients use to the running server's socket, and removes those of its predecessors. */
export async function pointToSocket(runtimeDirectory: string, socketDirectory: string): Promise<string> {
  const link = join(runtimeDirectory, CURRENT_SOCKET)
  if ((await readlink(link).catch(() => null)) !== socketDirectory) await replaceLink(link, socketDirectory)
  for (const name of await readdir(runtimeDirectory)) {
    const directory = join(runtimeDirectory, name)
    const isOld = name.startsWith(SOCKET_DIRECTORY_PREFIX) && directory !== socketDirectory
    if (isOld) await rm(directory, { recursive: true, force: true })
  }
  return link
}

/** Makes or replaces a link in one step, also when two processes do it at once. */
async function replaceLink(link: string, target: string): Promise<void> {
  const fresh = `${link}.${process.pid}`
  await unlink(fresh).catch(() => {})
  await symlink(target, fresh)
  await rename(fresh, link)
}
