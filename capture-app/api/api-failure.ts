/**
 * Why a request did not do what was asked:
 * `unreachable` no answer came; `link-closed` the identification is unknown or no longer open (404, 410);
 * `not-recognized` the attempt token is not accepted (401, 403); `superseded` another visit has taken over (409);
 * `busy` the server has no room now (429, 503); `refused` anything else.
 */
export type ApiFailureKind =
  | 'unreachable'
  | 'link-closed'
  | 'not-recognized'
  | 'superseded'
  | 'busy'
  | 'refused'

/** The one error thrown by the capture API's functions. */
export class ApiFailure extends Error {
  readonly kind: ApiFailureKind
  /** How long the server asks to wait before the next try, milliseconds; null when it does not say. */
  readonly retryAfterMs: number | null

  constructor(kind: ApiFailureKind, message: string, retryAfterMs: number | null = null) {
    super(message)
    this.name = 'ApiFailure'
    this.kind = kind
    this.retryAfterMs = retryAfterMs
  }
}
