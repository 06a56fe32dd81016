import type { Role } from '../roles/role.ts'

/** Builds what has to be built, when it is stale: converted models, the capture app. Tells what it does. */
export async function buildStale(roles: Role[]): Promise<void> {
  const log = (line: string) => void process.stdout.write(`${line}\n`)
  if (roles.includes('media') || roles.includes('worker')) {
    const { buildModels } = await import('../../tools/models/build-models.ts')
    await buildModels({ log })
  }
  if (roles.includes('web')) {
    const { buildCaptureApp } = await import('../../tools/build-capture-app.ts')
    await buildCaptureApp({ log })
  }
}
