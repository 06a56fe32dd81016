import { createApiLimits } from '../http/api-limits.ts'
import type { ChildRole } from '../platform/processes/child-role.ts'
import { findFreePort } from '../platform/processes/find-free-port.ts'
import { verifyAssetUrl } from '../platform/storage/verify-asset-url.ts'
import type { Role } from '../roles/role.ts'
import { startApi } from '../roles/start-api.ts'
import { startWeb } from '../roles/start-web.ts'
import { isLoopback, type Settings } from '../settings.ts'
import type { BuiltPlatform } from './build-platform.ts'
import type { Ends } from './ends.ts'
import { type FirstRun, openFirstRun } from './first-run.ts'
import { openKeys } from './open-keys.ts'
import type { RoleInput } from './role-input.ts'

/** Opens the doors asked for, and lets the other processes begin; gives the facts of the first start. */
export async function startRoles(options: {
  roles: Role[]
  children: ChildRole[]
  settings: Settings
  platform: BuiltPlatform
  ends: Ends
}): Promise<FirstRun | null> {
  const { roles, children, settings, platform, ends } = options
  const keys = await openKeys(settings, platform.clock)
  const mediaPort = await findFreePort()
  // Again, for they begin now: they end before the data that they work on.
  ends.add(async () => void (await Promise.all(children.map((child) => child.stop()))))
  const input: RoleInput = { connection: platform.connection, mediaPort }
  const readiness = Promise.all(children.map((child) => child.begin(input)))
  // Awaited below; a door that does not open meanwhile is what is told.
  readiness.catch(() => undefined)
  const firstRun = await openFirstRun({ settings, platform, authority: keys.authority })
  const { documentSigner } = keys
  const { serverTls } = keys.authority
  const shared = { context: platform, documentSigner, limits: createApiLimits(settings), ...settings }
  if (roles.includes('api')) {
    const listen = { host: settings.apiHost, port: settings.apiPort }
    ends.add(await startApi({ ...shared, tls: serverTls, listen }))
  }
  if (roles.includes('web')) {
    const tls = isLoopback(settings.webHost) ? null : serverTls
    const listen = { host: settings.webHost, port: settings.webPort }
    const assets = { verifyAssetUrl: assetUrlVerifier(settings, platform) }
    ends.add(await startWeb({ ...shared, ...assets, tls, listen, mediaPort }))
  }
  await readiness
  return firstRun
}

function assetUrlVerifier(settings: Settings, { assetSecret, clock }: BuiltPlatform) {
  const { host } = new URL(settings.webUrl)
  return (address: { path: string; query: string }) =>
    verifyAssetUrl(assetSecret, { ...address, host, now: clock.now() })
}
