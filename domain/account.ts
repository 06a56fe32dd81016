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
}
