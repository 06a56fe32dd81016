import { z } from 'zod'
import { COMMENTS } from '../../../domain/comment.ts'
import { REASON_CODES } from '../../../domain/reason-code.ts'
import { ERROR_TYPES } from '../../../domain/return-reason.ts'
import { birthDate, text } from './_form-schema.ts'

/** First names a document may say at most; none has room for more. */
const MAX_FIRST_NAMES = 20

/** What may be simulated; every identification begins as uninitiated and never comes back to it. */
const STATUSES = ['initiated', 'processing', 'processed', 'aborted', 'expired'] as const

const DOCUMENT_TYPES = ['ID', 'Passport', 'Residence Permit', 'Driving licence', 'Visa', 'Other'] as const

const ANSWER_ATTRIBUTES = ['score', 'reason-codes', 'comments', 'identity', 'document'] as const

const LEAVING_ATTRIBUTES = ['return-reason', 'error-type'] as const

const TWINS = 'holds something twice'

const realDate = z.iso.date('must be a real date, as 2031-11-25')

/** Answers write codes as strings, their table as numbers: both are taken. */
const reasonCode = z
  .union([z.int(), z.string().regex(/^\d{4}$/)], 'must be a reason code')
  .transform(Number)
  .pipe(z.literal(Object.values(REASON_CODES), 'must be a reason code of the table'))

const comment = z.enum(COMMENTS, 'must be one of the fixed sentences')

const identity = z.strictObject(
  { 'first-name': text.nullish(), 'last-name': text.nullish(), 'birth-date': birthDate.nullish() },
  'must be an object',
)

const document = z.strictObject(
  {
    'all-first-names': z.array(text, 'must be a list').max(MAX_FIRST_NAMES, 'has too many names').nullish(),
    'birth-date': birthDate.nullish(),
    'document-number': text.nullish(),
    'document-type': z.enum(DOCUMENT_TYPES, `must be one of ${DOCUMENT_TYPES.join(', ')}`).nullish(),
    'expiry-date': realDate.nullish(),
    'first-name': text.nullish(),
    gender: z.enum(['M', 'F'], 'must be M or F').nullish(),
    'issue-date': realDate.nullish(),
    'issuing-state-code': text.nullish(),
    'last-name': text.nullish(),
    mrz: text.nullish(),
    nationality: text.nullish(),
    'personal-number': text.nullish(),
  },
  'must be an object',
)

const simulation = z.strictObject(
  {
    status: z.enum(STATUSES, `must be one of ${STATUSES.join(', ')}`),
    score: z.literal([1, 0, -1], 'must be 1.0, 0.0 or -1.0').optional(),
    'reason-codes': z.array(reasonCode, 'must be a list').refine(isWithoutTwins, TWINS).optional(),
    comments: z.array(comment, 'must be a list').refine(isWithoutTwins, TWINS).optional(),
    identity: identity.optional(),
    document: document.optional(),
    'return-reason': z.enum(keysOf(ERROR_TYPES), 'must be a return reason').optional(),
    'error-type': z.enum(Object.values(ERROR_TYPES).flat(), 'must be an error type').optional(),
  },
  'must be an object',
)

/** Attributes of a request to simulate, as validated. */
export type SimulationAttributes = z.infer<typeof simulation>

/** Attributes of a request to simulate, spelled with dashes; what is not named here is refused. */
export const SIMULATION_ATTRIBUTES = simulation.superRefine(refuseStrangers).superRefine(refuseContradictions)

/** Attributes that another status has. */
function refuseStrangers(sent: SimulationAttributes, context: z.RefinementCtx): void {
  const isAnswered = sent.status === 'processing' || sent.status === 'processed'
  const strangers = [
    ...(isAnswered ? [] : ANSWER_ATTRIBUTES),
    ...(sent.status === 'aborted' ? [] : LEAVING_ATTRIBUTES),
  ]
  for (const name of strangers) {
    if (sent[name] !== undefined) addFault(context, name, `does not belong to ${sent.status}`)
  }
}

function refuseContradictions(sent: SimulationAttributes, context: z.RefinementCtx): void {
  const { 'return-reason': returnReason, 'error-type': errorType, 'reason-codes': codes = [] } = sent
  if (sent.status === 'aborted' && !returnReason) addFault(context, 'return-reason', 'is required')
  if (returnReason && errorType && !ERROR_TYPES[returnReason].includes(errorType)) {
    addFault(context, 'error-type', `does not go with ${returnReason}`)
  }
  if (sent.score === 1 && codes.length > 0) {
    addFault(context, 'reason-codes', 'are of identifications that are not validated, whose score is not 1.0')
  }
}

function addFault(context: z.RefinementCtx, name: string, message: string): void {
  context.addIssue({ code: 'custom', path: [name], message })
}

function isWithoutTwins(list: readonly unknown[]): boolean {
  return new Set(list).size === list.length
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record) as Key[]
}
