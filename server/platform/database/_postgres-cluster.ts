import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { PostgresUser } from './_postgres-user.ts'

/** The database's only user; it is reached through a private unix socket. */
export const DATABASE_USER = 'vidimus'

/** What a cluster is made with. */
export interface ClusterPlan {
  /** Where the cluster lies when it is made. */
  directory: string
  /** An empty directory beside it, private to this process, to make it in. */
  workDirectory: string
  initdb: string
  user: PostgresUser
  environment: Record<string, string>
  logFile: string
}

/** Whether a whole cluster lies in a directory. */
export async function isCluster(directory: string): Promise<boolean> {
  return stat(join(directory, 'PG_VERSION')).then(
    () => true,
    () => false,
  )
}

/**
 * Makes a cluster beside its place and moves it there in one step, so that a kill in the middle leaves
 * nothing half made and of two processes that do it at once exactly one succeeds; both end with a cluster.
 */
export async function makeCluster(plan: ClusterPlan): Promise<void> {
  try {
    await runInitdb(plan)
    await rename(plan.workDirectory, plan.directory)
    await syncDirectory(dirname(plan.directory))
  } catch (error) {
    if (!(await isCluster(plan.directory))) throw error
  } finally {
    await rm(plan.workDirectory, { recursive: true, force: true })
  }
}

async function runInitdb(plan: ClusterPlan): Promise<void> {
  const options = ['-D', plan.workDirectory, '-U', DATABASE_USER, '-A', 'trust', '-E', 'UTF8']
  const words = [...plan.user.prefix, plan.initdb, ...options, '--locale=C.UTF-8', '--no-instructions']
  const log = openSync(plan.logFile, 'a', 0o600)
  try {
    const child = spawn(words[0], words.slice(1), {
      ...plan.user.identity,
      cwd: '/',
      env: plan.environment,
      stdio: ['ignore', log, log],
    })
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', resolve)
    })
    if (code !== 0)
      throw new Error(`Make the database in ${plan.directory}: initdb failed, see ${plan.logFile}`)
  } finally {
    closeSync(log)
  }
}

/** Without it, a power cut could take the new name back after rows were promised. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory)
  await handle.sync().finally(() => handle.close())
}
