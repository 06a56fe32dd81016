import type { Account } from '../../../../domain/account.ts'
import { createAccount } from '../../../accounts/create-account.ts'
import { listAccounts } from '../../../accounts/list-accounts.ts'
import { setCertificatePolicy } from '../../../accounts/set-certificate-policy.ts'
import { withPlatform } from '../with-platform.ts'
import { actNoted } from './note-command.ts'
import { tellMany, tellOne } from './tell.ts'

interface Shown {
  json?: boolean
}

/** Makes an account. */
export async function makeAccount(
  name: string,
  options: Shown & Pick<Account, 'certificatePolicy'>,
): Promise<void> {
  const { certificatePolicy } = options
  const account = await withPlatform((platform) =>
    actNoted(
      platform,
      (transaction) => createAccount(transaction, { name, certificatePolicy }),
      ({ id }) => ({ accountId: id, action: 'account.created', subject: `account ${id}` }),
    ),
  )
  tellOne({ ...account }, options)
}

/** Shows every account. */
export async function showAccounts(options: Shown): Promise<void> {
  const accounts = await withPlatform(({ database }) => listAccounts(database))
  tellMany(
    accounts.map((account) => ({ ...account })),
    options,
  )
}

/** Says whether an account must show its certificate. */
export async function changePolicy(
  id: number,
  certificatePolicy: Account['certificatePolicy'],
  options: Shown,
): Promise<void> {
  await withPlatform((platform) =>
    actNoted(
      platform,
      (transaction) => setCertificatePolicy(transaction, { id, certificatePolicy }),
      () => ({
        accountId: id,
        action: 'account.policy-changed',
        subject: `account ${id}`,
        detail: certificatePolicy,
      }),
    ),
  )
  tellOne({ id, certificatePolicy }, options)
}
