import type { ApiVersion } from './api-version.ts'
import type { Environment } from './environment.ts'

/** A client organisation. */
export interface Account {
  id: number
  name: string
  /** Whether requests must also carry the account's client certificate. */
  certificatePolicy: 'required' | 'optional'
}

/** Who makes an authenticated API request: an account, in one of its environments. */
export interface Client {
  account: Account
  environment: Environment
  configurationId: number
  /** The client id of its credentials, and the id of the request; left out where no request is served. */
  clientId?: string
  requestId?: string
  /** The version of the API its account is pinned to; left out: the newest. */
  apiVersion?: ApiVersion
}
