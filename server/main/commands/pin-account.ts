import type { ApiVersion } from '../../../domain/api-version.ts'
import { pinApiVersion } from '../../accounts/pin-api-version.ts'
import { withPlatform } from './with-platform.ts'

/** Pins an account to a version of the API and says so. */
export async function pinAccount(accountId: number, version: ApiVersion): Promise<void> {
  if (!Number.isSafeInteger(accountId)) throw new Error('The account must be a whole number')
  await withPlatform(({ database }) => pinApiVersion(database, accountId, version))
  process.stdout.write(`Account ${accountId} gets the API of ${version}\n`)
}
