import { chown, mkdir, mkdtemp, open, readdir, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { awaitPostmaster } from './_await-postmaster.ts'
import { boundLog } from './_bounded-log.ts'
import { findPostgresBinaries } from './_postgres-binaries.ts'
import { DATABASE_USER, isCluster, makeCluster } from './_postgres-cluster.ts'
import { linkLibraries, makeRuntimeDirectory } from './_postgres-runtime.ts'
import {
  choosePostgresUser,
  type PostgresUser,
  postgresEnvironment,
  postgresOwner,
} from './_postgres-user.ts'
import { DATABASE_NAME, findPostmaster, type PostmasterPlan } from './_postmaster.ts'
import { stopPostmaster } from './_stop-postmaster.ts'
import type { DatabaseConnection } from './database.ts'

/** How often the server is looked after: short enough that a died one is back within a second. */
const WATCH_INTERVAL_MS = 500
/** How often the log's size is looked at. */
const LOG_INTERVAL_MS = 60_000
/** Where the cluster lies in the data directory. */
const CLUSTER_NAME = 'postgres'
/** Beginning of the directories in which a new cluster is made. */
const WORK_PREFIX = 'postgres-new-'

/** The embedded PostgreSQL, running and looked after. */
export interface EmbeddedPostgres {
  connection: DatabaseConnection
  /** Stops the server; called before the data lock is released, so that nobody takes a stopping one. */
  stop(): Promise<void>
  /** Lets the server run on without us: for a process that found the data directory taken. */
  leave(): void
}

/**
 * Starts the embedded PostgreSQL of a data directory, or attaches to the one that a killed process left
 * running. Makes the database at the first start. Safe to call from two processes at once: both get the
 * same server, and the data lock then says who may stay. Throws when the server cannot be started.
 */
export async function startEmbeddedPostgres(options: {
  dataDirectory: string
  log: Logger
}): Promise<EmbeddedPostgres> {
  const plan = await planPostmaster(options.dataDirectory)
  await boundLog(plan.logFile)
  const host = await awaitPostmaster(plan)
  const watch = watchPostmaster(plan, options.log)
  return {
    connection: { host, user: DATABASE_USER, database: DATABASE_NAME },
    async stop() {
      await watch.end()
      await stopPostmaster(plan.clusterDirectory)
    },
    leave() {
      void watch.end()
    },
  }
}

async function planPostmaster(wantedDirectory: string): Promise<PostmasterPlan> {
  // Others may pass the directory (PostgreSQL does when we are root) but see no name in it.
  await mkdir(wantedDirectory, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const dataDirectory = await realpath(wantedDirectory)
  const clusterDirectory = join(dataDirectory, CLUSTER_NAME)
  const binaries = findPostgresBinaries()
  const owner = await postgresOwner(clusterDirectory)
  const runtimeDirectory = await makeRuntimeDirectory(dataDirectory, owner)
  const libraries = await linkLibraries(runtimeDirectory, binaries)
  const environment = postgresEnvironment(libraries, binaries)
  const logFile = join(dataDirectory, 'postgres.log')
  await (await open(logFile, 'a', 0o600)).close()

  const made = await isCluster(clusterDirectory)
  if (made) await removeWorkDirectories(dataDirectory)
  const directory = made ? clusterDirectory : await mkdtemp(join(dataDirectory, WORK_PREFIX))
  if (!made && process.getuid?.() === 0) await chown(directory, owner.uid, owner.gid)
  // Tried out once: a new cluster moves within its folder, and a server that dies later is no reason to doubt it.
  let user: PostgresUser | null = null
  const chooseUser = () => {
    user ??= choosePostgresUser(owner, { binaries, libraries, directory })
    return user
  }
  if (!made) {
    const { initdb } = binaries
    await makeCluster({
      directory: clusterDirectory,
      workDirectory: directory,
      initdb,
      user: chooseUser(),
      environment,
      logFile,
    })
  }
  return {
    postgres: binaries.postgres,
    clusterDirectory,
    runtimeDirectory,
    logFile,
    chooseUser,
    environment,
  }
}

/** A process killed while it made the cluster leaves its directory; none is of use once a cluster stands. */
async function removeWorkDirectories(dataDirectory: string): Promise<void> {
  const names = (await readdir(dataDirectory)).filter((name) => name.startsWith(WORK_PREFIX))
  for (const name of names) await rm(join(dataDirectory, name), { recursive: true, force: true })
}

/** Starts the server again when it dies, and keeps its log small. */
function watchPostmaster(plan: PostmasterPlan, log: Logger): { end(): Promise<void> } {
  let isEnded = false
  let check: Promise<void> | null = null
  const revive = async () => {
    if ((await findPostmaster(plan.clusterDirectory)) !== null || isEnded) return
    log.error('The database server is gone; starting it again')
    await awaitPostmaster(plan)
    log.info('The database server is back')
  }
  const watchTimer = setInterval(() => {
    check ??= revive()
      .catch((error) => log.error({ err: error }, 'The database server does not come back'))
      .finally(() => {
        check = null
      })
  }, WATCH_INTERVAL_MS).unref()
  const logTimer = setInterval(() => {
    boundLog(plan.logFile).catch((error) => log.warn({ err: error }, 'The database log cannot be shortened'))
  }, LOG_INTERVAL_MS).unref()
  return {
    async end() {
      isEnded = true
      clearInterval(watchTimer)
      clearInterval(logTimer)
      await check
    },
  }
}
