import { TokenBuckets } from './_token-buckets.ts'

/** How many requests an account, and an address, may send a minute; left out: any number. */
export interface ApiLimitSettings {
  accountRequestsPerMinute?: number
  addressRequestsPerMinute?: number
}

/** What is left for each account and each address, wherever in this process it asks; null: any number. */
export interface ApiLimits {
  accounts: TokenBuckets | null
  addresses: TokenBuckets | null
}

/** Full buckets, which all listeners of the API in a process share. */
export function createApiLimits(settings: ApiLimitSettings): ApiLimits {
  const bucketsOf = (perMinute: number | undefined) =>
    perMinute === undefined ? null : new TokenBuckets(perMinute)
  return {
    accounts: bucketsOf(settings.accountRequestsPerMinute),
    addresses: bucketsOf(settings.addressRequestsPerMinute),
  }
}
