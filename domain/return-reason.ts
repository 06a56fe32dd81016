/** Why the applicant left (API text, "Step 3: Manage user return"). */
export type ReturnReason =
  | 'refusal'
  | 'no_document'
  | 'verify_later'
  | 'connection_issue'
  | 'doc_instructions_not_followed'
  | 'face_instructions_not_followed'
  | 'error'

/** Technical cause beside a return reason; spelled as the API text does. */
export type ErrorType =
  | 'challenge_timeout'
  | 'bad-connectivity'
  | 'publish'
  | 'browser-not-supported'
  | 'device-not-allowed'
  | 'device-not-found'
  | 'wrong_phone_number'

/** The error types that each return reason may carry; no entry means none. */
export const ERROR_TYPES: Readonly<Record<ReturnReason, readonly ErrorType[]>> = {
  refusal: [],
  no_document: [],
  verify_later: [],
  connection_issue: [],
  doc_instructions_not_followed: ['challenge_timeout'],
  face_instructions_not_followed: ['challenge_timeout'],
  error: [
    'bad-connectivity',
    'publish',
    'browser-not-supported',
    'device-not-allowed',
    'device-not-found',
    'wrong_phone_number',
  ],
}
