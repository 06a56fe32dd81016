import type { SigningCurve } from './signing-key.ts'

/** A client's product settings. */
export interface Configuration {
  id: number
  accountId: number
  name: string
  /** Default webhook; null when none is set. */
  webhook: string | null
  redirectUrl: string
  /** `never`: the automatic answer is final; `always`: a reviewer gives the final answer. */
  review: 'never' | 'always'
  faceRequired: boolean
  product: 'standard' | 'certified'
  /** The curve that answers are signed on; null leaves them unsigned. */
  signingCurve: SigningCurve | null
  /** Days after its end for which an identification keeps personal data; null until somebody anonymizes it. */
  retentionDays: number | null
}
