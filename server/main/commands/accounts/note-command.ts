import type { Transaction } from 'kysely'
import { noteAct } from '../../../audit/note-act.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { BuiltPlatform } from '../../build-platform.ts'

/** What the operator's command did. */
export interface CommandAct {
  accountId: number | null
  action: string
  subject: string
  detail?: string
}

/** Does something in one transaction with its note in the audit log; gives what it gave. What changed nothing has none. */
export function actNoted<T>(
  { database, keyring, clock }: BuiltPlatform,
  act: (transaction: Transaction<Database>, now: Date) => Promise<T>,
  describe: (done: T) => CommandAct | null,
): Promise<T> {
  const now = clock.now()
  return database.transaction().execute(async (transaction) => {
    const done = await act(transaction, now)
    const described = describe(done)
    if (!described) return done
    const { detail = null, ...rest } = described
    await noteAct(transaction, keyring, { actor: 'command', ...rest, detail, now })
    return done
  })
}
