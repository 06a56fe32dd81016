import type { Logger } from 'pino'
import { createLog } from '../platform/log/log.ts'
import { type ChildRole, forkChildRole } from '../platform/processes/child-role.ts'
import type { Role } from '../roles/role.ts'
import { readSettings } from '../settings.ts'
import { type End, endAll } from './end-all.ts'

const ROLE_PROCESS = new URL('./role-process.ts', import.meta.url)

/** Starts the roles asked for on this machine's data, says so, and runs until a signal ends it. */
export async function serve(roles: Role[]): Promise<void> {
  const settings = readSettings()
  const log = createLog(settings.logLevel, 'serve')
  const ends: End[] = []
  endOnSignal(ends, log)
  // Before anything else is loaded: the other processes load their code side by side with this one.
  const children = forkChildren(roles, log)
  try {
    const [{ buildStale }, { openData }] = await Promise.all([
      import('./build-stale.ts'),
      import('./open-data.ts'),
    ])
    await buildStale(roles)
    // Loaded while the database is waited for.
    const doors = Promise.all([import('./start-roles.ts'), import('./print-welcome.ts')])
    const [[{ startRoles }, { printWelcome }], platform] = await Promise.all([
      doors,
      openData({ settings, log, ends }),
    ])
    const firstRun = await startRoles({ roles, children, settings, platform, ends })
    printWelcome({ settings, roles, firstRun, startedInMs: performance.now() })
  } catch (error) {
    await endAll(ends, log)
    throw error
  }
}

/** Brings the database of this machine's data up to date and ends. */
export async function migrateOnly(): Promise<void> {
  const settings = readSettings()
  const log = createLog(settings.logLevel, 'migrate')
  const ends: End[] = []
  try {
    const { openData } = await import('./open-data.ts')
    await openData({ settings, log, ends })
  } finally {
    await endAll(ends, log)
  }
}

/** The roles with a process of their own, already loading their code while the data is opened. */
function forkChildren(roles: Role[], log: Logger): ChildRole[] {
  return roles
    .filter((role) => role === 'media' || role === 'worker')
    .map((name) => forkChildRole({ name, module: ROLE_PROCESS, log }))
}

function endOnSignal(ends: End[], log: Logger): void {
  let isEnding = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, async () => {
      if (isEnding) return
      isEnding = true
      await endAll(ends, log)
      process.exit(0)
    })
  }
}
