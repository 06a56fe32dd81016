import type { ApiVersion } from '../../../domain/api-version.ts'
import { pinApiVersion } from '../../accounts/pin-api-version.ts'
import { actNoted } from './accounts/note-command.ts'
import { withPlatform } from './with-platform.ts'

/** Pins an account to a version of the API and says so. */
export async function pinAccount(accountId: number, version: ApiVersion): Promise<void> {
  if (!Number.isSafeInteger(accountId)) throw new Error('The account must be a whole number')
  await withPlatform((platform) =>
    actNoted(
      platform,
      (transaction) => pinApiVersion(transaction, accountId, version),
      () => ({ accountId, action: 'account.pinned', subject: `account ${accountId}`, detail: version }),
    ),
  )
  process.stdout.write(`Account ${accountId} gets the API of ${version}\n`)
}
