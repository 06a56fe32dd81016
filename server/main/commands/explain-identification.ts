import { explain } from '../../journey/reads/explain.ts'
import { withPlatform } from './with-platform.ts'

/** Tells why an identification was answered as it was, as JSON; it names people. */
export async function explainIdentification(identificationId: string): Promise<void> {
  const explanation = await withPlatform((platform) => explain(platform, identificationId))
  process.stdout.write(`${JSON.stringify(explanation, null, 2)}\n`)
}
