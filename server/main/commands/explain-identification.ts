import { existsSync } from 'node:fs'
import { explain } from '../../journey/reads/explain.ts'
import { readSettings } from '../../settings.ts'
import { withPlatform } from './with-platform.ts'

/** Tells why an identification was answered as it was, as JSON; it names people. Makes nothing where nothing is kept. */
export async function explainIdentification(identificationId: string): Promise<void> {
  const { dataDirectory } = readSettings()
  if (!existsSync(dataDirectory))
    throw new Error(`Nothing is kept in ${dataDirectory}: start vidimus serve first`)
  const explanation = await withPlatform((platform) => explain(platform, identificationId))
  process.stdout.write(`${JSON.stringify(explanation, null, 2)}\n`)
}
