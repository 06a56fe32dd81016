/** Kinds of failure a client may see; only http/problems.ts knows their statuses (API text, "Errors"). */
export type ProblemCode =
  | 'params_invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'unknown_record'
  | 'unknown_route'
  | 'method_not_allowed'
  | 'not_acceptable'
  | 'unsupported_media_type'
  | 'gone'
  | 'queued'
  | 'rate_limit'
  | 'unavailable'
  | 'api_error'

/** One fault of a request: what is wrong and where. */
export interface Fault {
  detail: string
  /** JSON pointer into the body. */
  pointer: string
  /** The parameter of the query at fault, told in place of the pointer. */
  parameter?: string
  /** The header at fault, told in place of the pointer. */
  header?: string
}

/** The one error type of the service: a stable code and a sentence that is safe to show. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly faults: Fault[]

  /** `faults` lists every place at fault; left out, the message itself is the one fault at `/data`. */
  constructor(code: ProblemCode, message: string, faults: Fault[] = []) {
    super(message)
    this.name = 'Problem'
    this.code = code
    this.faults = faults.length > 0 ? faults : [{ detail: message, pointer: '/data' }]
  }
}
