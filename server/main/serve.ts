import type { Logger } from 'pino'
import { createLog } from '../platform/log/log.ts'
import { type ChildRole, forkChildRole } from '../platform/processes/child-role.ts'
import type { Role } from '../roles/role.ts'
import { readSettings } from '../settings.ts'
import { Ends } from './ends.ts'

const ROLE_PROCESS = new URL('./role-process.ts', import.meta.url)

/** Starts the roles asked for on this machine's data, says so, and runs until a signal ends it. */
export async function serve(roles: Role[]): Promise<void> {
  const settings = readSettings()
  const log = createLog(settings.logLevel, 'serve')
  const ends = new Ends(log)
  endOnSignal(ends, 0)
  try {
    // Before anything else is loaded: the other processes load their code side by side with this one.
    const children = forkChildren({ roles, log, ends })
    const [{ buildStale }, { openData }] = await Promise.all([
      import('./build-stale.ts'),
      import('./open-data.ts'),
    ])
    await buildStale(roles)
    ends.ending.throwIfAborted()
    // Loaded while the database is waited for.
    const doors = Promise.all([import('./start-roles.ts'), import('./print-welcome.ts')])
    const [[{ startRoles }, { printWelcome }], platform] = await Promise.all([
      doors,
      openData({ settings, log, ends }),
    ])
    ends.ending.throwIfAborted()
    const firstRun = await startRoles({ roles, children, settings, platform, ends })
    printWelcome({ settings, roles, firstRun, startedInMs: performance.now() })
  } catch (error) {
    // What fails because a signal ends it is no fault.
    const isAsked = ends.ending.aborted
    await ends.end()
    if (!isAsked) throw error
  }
}

/** Brings the database of this machine's data up to date and ends. */
export async function migrateOnly(): Promise<void> {
  const settings = readSettings()
  const log = createLog(settings.logLevel, 'migrate')
  const ends = new Ends(log)
  endOnSignal(ends, 1)
  try {
    const { openData } = await import('./open-data.ts')
    await openData({ settings, log, ends })
  } finally {
    await ends.end()
  }
}

/** The roles with a process of their own, already loading their code while the data is opened. */
function forkChildren({ roles, log, ends }: { roles: Role[]; log: Logger; ends: Ends }): ChildRole[] {
  const names = roles.filter((role) => role === 'media' || role === 'worker')
  return names.map((name) => {
    const child = forkChildRole({ name, module: ROLE_PROCESS, log, ending: ends.ending })
    ends.add(() => child.stop())
    return child
  })
}

/** What fails already ends by itself, and says why. */
function endOnSignal(ends: Ends, exitCode: 0 | 1): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, async () => {
      if (ends.ending.aborted) return
      await ends.end()
      process.exit(exitCode)
    })
  }
}
