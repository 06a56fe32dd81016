import type { JourneyContext } from '../journey-context.ts'

/** The account whose folder an asset lies in; the standard answers' are nobody's. */
const OWNER = /^(\d+)\//

/** Notes that somebody with a signed address had an asset: who it was cannot be told, only whose asset it is. */
export function noteDownload({ reads, clock }: JourneyContext, key: string, requestId: string): void {
  const owner = OWNER.exec(key)?.[1]
  reads?.note({
    actor: 'holder',
    accountId: owner === undefined ? null : Number(owner),
    requestId,
    action: 'asset.downloaded',
    subject: `asset ${key}`,
    detail: null,
    now: clock.now(),
  })
}
