import type { Logger } from 'pino'
import { sealWebhookSecrets } from '../configurations/seal-webhook-secrets.ts'
import { createApiLimits } from '../http/api-limits.ts'
import { lockData } from '../platform/database/data-lock.ts'
import { startEmbeddedPostgres } from '../platform/database/embedded-postgres.ts'
import { migrate } from '../platform/database/migrate.ts'
import { assertMasterKey } from '../platform/keys/assert-master-key.ts'
import { createLog } from '../platform/log/log.ts'
import { type ChildRole, forkChildRole } from '../platform/processes/child-role.ts'
import { findFreePort } from '../platform/processes/find-free-port.ts'
import { verifyAssetUrl } from '../platform/storage/verify-asset-url.ts'
import type { Role } from '../roles/role.ts'
import { isLoopback, readSettings, type Settings } from '../settings.ts'
import { type BuiltPlatform, buildPlatform } from './build-platform.ts'
import { buildStale } from './build-stale.ts'
import { openFirstRun } from './first-run.ts'
import { openKeys } from './open-keys.ts'
import { printWelcome } from './print-welcome.ts'
import type { RoleInput } from './role-input.ts'

const ROLE_PROCESS = new URL('./role-process.ts', import.meta.url)

/** Something started, to be ended in the reverse order. */
type End = () => Promise<void>

/** Starts the roles asked for on this machine's data, says so, and runs until a signal ends it. */
export async function serve(roles: Role[]): Promise<void> {
  const settings = readSettings()
  const log = createLog(settings.logLevel, 'serve')
  const ends: End[] = []
  endOnSignal(ends, log)
  const children = forkChildren(roles, log)
  try {
    await buildStale(roles)
    const platform = await openData({ settings, log, ends })
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
    await openData({ settings, log, ends })
  } finally {
    await endAll(ends, log)
  }
}

async function openData(options: { settings: Settings; log: Logger; ends: End[] }): Promise<BuiltPlatform> {
  const { settings, log, ends } = options
  const { dataDirectory } = settings
  const postgres = await startEmbeddedPostgres({ dataDirectory, log })
  const { connection } = postgres
  try {
    const lock = await lockData({ connection, dataDirectory, log, onLost: () => process.exit(1) })
    ends.push(() => lock.release())
  } catch (error) {
    // The server belongs to the process that holds the lock.
    postgres.leave()
    throw error
  }
  ends.push(() => postgres.stop())
  const platform = await buildPlatform({ settings, connection, part: 'serve' })
  ends.push(() => platform.close())
  await migrate(platform.database)
  await assertMasterKey(platform)
  await sealWebhookSecrets(platform)
  return platform
}

async function startRoles(options: {
  roles: Role[]
  children: ChildRole[]
  settings: Settings
  platform: BuiltPlatform
  ends: End[]
}) {
  const { roles, children, settings, platform, ends } = options
  // What the doors need is loaded while keys are opened and the other processes start.
  const doors = Promise.all([import('../roles/start-api.ts'), import('../roles/start-web.ts')])
  const keys = await openKeys(settings, platform.clock)
  const mediaPort = await findFreePort()
  ends.push(async () => void (await Promise.all(children.map((child) => child.stop()))))
  const input: RoleInput = { connection: platform.connection, mediaPort }
  const readiness = Promise.all(children.map((child) => child.begin(input)))
  const firstRun = await openFirstRun({ settings, platform, authority: keys.authority })
  const { documentSigner } = keys
  const { serverTls } = keys.authority
  const [{ startApi }, { startWeb }] = await doors
  const shared = { context: platform, documentSigner, limits: createApiLimits(settings), ...settings }
  if (roles.includes('api')) {
    const listen = { host: settings.apiHost, port: settings.apiPort }
    ends.push(await startApi({ ...shared, tls: serverTls, listen }))
  }
  if (roles.includes('web')) {
    const tls = isLoopback(settings.webHost) ? null : serverTls
    const listen = { host: settings.webHost, port: settings.webPort }
    const assets = { verifyAssetUrl: assetUrlVerifier(settings, platform) }
    ends.push(await startWeb({ ...shared, ...assets, tls, listen, mediaPort }))
  }
  await readiness
  return firstRun
}

function assetUrlVerifier(settings: Settings, { assetSecret, clock }: BuiltPlatform) {
  const { host } = new URL(settings.webUrl)
  return (address: { path: string; query: string }) =>
    verifyAssetUrl(assetSecret, { ...address, host, now: clock.now() })
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

async function endAll(ends: End[], log: Logger): Promise<void> {
  for (const end of ends.splice(0).reverse()) {
    try {
      await end()
    } catch (error) {
      log.error({ error }, 'a part did not end well')
    }
  }
}
