import { spawnSync } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { delimiter } from 'node:path'
import type { PostgresBinaries } from './_postgres-binaries.ts'
import type { Owner } from './_postgres-runtime.ts'

/** The user `nobody` of Linux: PostgreSQL refuses to run as root. */
const NOBODY: Owner = { uid: 65534, gid: 65534 }
/**
 * The one right a server gets that must pass directories closed to its user, and the bit that lets access(2),
 * by which initdb looks for its neighbours, count it (capabilities(7)).
 */
const PASS_CLOSED_DIRECTORIES = [
  '--securebits=+no_setuid_fixup',
  '--inh-caps=+dac_override',
  '--ambient-caps=+dac_override',
]
/** A check that runs this long hangs. */
const PROBE_TIMEOUT_MS = 10_000

/** What the server's user must reach: the programs, and a directory to write in. */
export interface ReachProbe {
  binaries: PostgresBinaries
  libraries: string
  directory: string
}

/** How to start a program of PostgreSQL: the command's beginning and the identity it runs under. */
export interface PostgresUser {
  owner: Owner
  /** Words before the program's own path; empty when it is started directly. */
  prefix: string[]
  /** For child_process: set when we are root and nothing stands before the program. */
  identity: { uid?: number; gid?: number }
}

/**
 * Whom PostgreSQL runs as: ourselves; when we are root, the owner of the cluster or `nobody` for a new one.
 * Throws when the cluster belongs to another user than ourselves.
 */
export async function postgresOwner(clusterDirectory: string): Promise<Owner> {
  const own = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  const found = await stat(clusterDirectory).catch(() => null)
  if (own.uid === 0) return found === null || found.uid === 0 ? NOBODY : { uid: found.uid, gid: found.gid }
  if (found !== null && found.uid !== own.uid) {
    throw new Error(
      `Open the database in ${clusterDirectory}: it belongs to user ${found.uid}, not to ${own.uid}`,
    )
  }
  return own
}

/**
 * Decides how to start PostgreSQL so that it reaches its programs and its directory.
 * Throws when neither the plain way nor `setpriv` does.
 */
export function choosePostgresUser(owner: Owner, probe: ReachProbe): PostgresUser {
  if (process.getuid?.() !== 0) return { owner, prefix: [], identity: {} }
  const plain: PostgresUser = { owner, prefix: [], identity: owner }
  if (canReach(plain, probe)) return plain
  const reduced = ['setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups']
  const privileged: PostgresUser = { owner, prefix: [...reduced, ...PASS_CLOSED_DIRECTORIES], identity: {} }
  if (canReach(privileged, probe)) return privileged
  throw new Error(
    `Start the embedded PostgreSQL as user ${owner.uid}: it cannot reach ${probe.binaries.postgres} or ${probe.directory}. ` +
      'Start Vidimus as an ordinary user, or make the parents of both directories passable (chmod o+x), or install setpriv (util-linux)',
  )
}

/** The environment of PostgreSQL's programs: its own libraries first, no locale of ours. */
export function postgresEnvironment(libraries: string, binaries: PostgresBinaries): Record<string, string> {
  const path = [libraries, binaries.libraries].join(delimiter)
  return {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    ...(process.platform === 'darwin' ? { DYLD_LIBRARY_PATH: path } : { LD_LIBRARY_PATH: path }),
  }
}

function canReach(user: PostgresUser, probe: ReachProbe): boolean {
  // initdb asks `test -x` of its neighbour before it runs it.
  const runs = 'test -x "$0" && "$0" --version && test -x "$1" && "$1" --version'
  const script = `${runs} && cd "$2" && : > vidimus-probe && rm vidimus-probe`
  const words = [...user.prefix, '/bin/sh', '-c', script]
  const [command, ...options] = [...words, probe.binaries.postgres, probe.binaries.initdb, probe.directory]
  const result = spawnSync(command, options, {
    ...user.identity,
    cwd: '/',
    env: postgresEnvironment(probe.libraries, probe.binaries),
    stdio: 'ignore',
    timeout: PROBE_TIMEOUT_MS,
  })
  return result.status === 0
}
