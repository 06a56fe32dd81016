import { readFile, rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { pointToSocket } from './_postgres-runtime.ts'
import { findPostmaster, isAnswering, launchPostmaster, type PostmasterPlan, pidFile } from './_postmaster.ts'

/** Recovery after a crash replays at most a few minutes of writing. */
const READY_TIMEOUT_MS = 60_000
/** Steps in which a starting server is asked; a start takes about 50 ms. */
const ASK_INTERVAL_MS = 20
/** Wait before another try: the children of a killed server need a moment to let go of its memory. */
const RELAUNCH_WAIT_MS = 150
/** With the wait above, 3 s and more: a server that fails that often fails for good. */
const MAX_LAUNCHES = 20
/** End of the log that a failure shows, lines. */
const SHOWN_LOG_LINES = 12

/**
 * Finds the server of a cluster or starts it, and waits until it answers. Another process may do the same:
 * PostgreSQL's own lock lets one server through, and both find it. Gives the directory to connect to; it stays
 * the same when the server is started again. Throws with the log's end when none comes.
 */
export async function awaitPostmaster(plan: PostmasterPlan): Promise<string> {
  const deadline = performance.now() + READY_TIMEOUT_MS
  const launcher = prepareLauncher(plan)
  while (performance.now() < deadline && !launcher.hasGivenUp()) {
    const found = await findPostmaster(plan.clusterDirectory)
    if (found === null) await launcher.launchUnlessLaunching()
    else if (await isAnswering(found)) return pointToSocket(plan.runtimeDirectory, found.socketDirectory)
    await wait(ASK_INTERVAL_MS)
  }
  throw new Error(`Start the database in ${plan.clusterDirectory}: ${await endOfLog(plan.logFile)}`)
}

/** Starts a server as often as needed, one at a time, and gives up after a number of failures. */
function prepareLauncher(plan: PostmasterPlan) {
  let launches = 0
  let isLaunching = false
  return {
    hasGivenUp: () => launches > MAX_LAUNCHES,
    async launchUnlessLaunching(): Promise<void> {
      if (isLaunching) return
      launches += 1
      if (launches > 1) await wait(RELAUNCH_WAIT_MS)
      await removeForeignPidFile(plan.clusterDirectory)
      isLaunching = true
      const { exited } = await launchPostmaster(plan)
      void exited.then(() => {
        isLaunching = false
      })
    },
  }
}

/**
 * PostgreSQL itself passes over the pid file of a dead process; one whose pid now belongs to another program
 * (after a reboot, or in a container started again) stops it.
 */
async function removeForeignPidFile(clusterDirectory: string): Promise<void> {
  const file = pidFile(clusterDirectory)
  const text = await readFile(file, 'utf8').catch(() => null)
  const pid = Number(text?.split('\n')[0])
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isAlive(pid)) return
  if ((await findPostmaster(clusterDirectory)) === null) await rm(file, { force: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function endOfLog(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const lines = text.trimEnd().split('\n').slice(-SHOWN_LOG_LINES)
  return `the server does not answer; its log ${file} ends with\n${lines.join('\n')}`
}
