import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type {
  AbortRequest,
  AttemptRequest,
  CaptureEnd,
  CapturePlan,
  CaptureWelcome,
} from '../../../domain/capture-plan.ts'
import { type Fault, Problem } from '../../../domain/problem.ts'
import { ERROR_TYPES, type ErrorType, type ReturnReason } from '../../../domain/return-reason.ts'
import { DOCUMENT_CHOICES, type DocumentChoice } from '../../../domain/scene.ts'
import { readBearerToken } from '../read-bearer-token.ts'
import { readIdentificationId } from '../read-identification-id.ts'

/** Characters of a user agent that are kept: real ones have about 150. */
const MAX_USER_AGENT_LENGTH = 512

/** An applicant who consents and has chosen a document. */
export interface CaptureVisit {
  identificationId: string
  document: DocumentChoice
  userAgent: string | null
  ipAddress: string
}

/** What the routes have done for them; each throws `Problem` where the link or the token is not good. */
export interface CaptureSteps {
  welcome(identificationId: string): Promise<CaptureWelcome>
  startAttempt(visit: CaptureVisit): Promise<CapturePlan>
  resumeAttempt(identificationId: string, attemptToken: string): Promise<CapturePlan>
  finishAttempt(identificationId: string, attemptToken: string): Promise<CaptureEnd>
  abortAttempt(identificationId: string, request: AbortRequest): Promise<CaptureEnd>
}

/** What the capture app asks of the server, beside the stream: `/capture/:identificationId…`, JSON both ways. */
export function addCaptureRoutes(app: FastifyInstance, steps: CaptureSteps): void {
  app.get('/capture/:identificationId', (request) => steps.welcome(readIdentificationId(request)))

  app.post('/capture/:identificationId/attempts', async (request, reply) => {
    const { document } = parseBody(ATTEMPT_REQUEST, request)
    reply.code(201)
    return steps.startAttempt({
      identificationId: readIdentificationId(request),
      document,
      userAgent: request.headers['user-agent']?.slice(0, MAX_USER_AGENT_LENGTH) ?? null,
      ipAddress: request.ip,
    })
  })

  app.get('/capture/:identificationId/attempt', (request) =>
    steps.resumeAttempt(readIdentificationId(request), readBearerToken(request)),
  )

  app.post('/capture/:identificationId/finish', (request) =>
    steps.finishAttempt(readIdentificationId(request), readBearerToken(request)),
  )

  app.post('/capture/:identificationId/abort', (request) =>
    steps.abortAttempt(readIdentificationId(request), parseBody(ABORT_REQUEST, request)),
  )
}

const ATTEMPT_REQUEST: z.ZodType<AttemptRequest> = z.object({
  consent: z.literal(true),
  document: z.enum(DOCUMENT_CHOICES),
})

const ABORT_REQUEST: z.ZodType<AbortRequest> = z
  .object({
    returnReason: z.enum(Object.keys(ERROR_TYPES) as ReturnReason[]),
    errorType: z.enum(Object.values(ERROR_TYPES).flat() as ErrorType[]).optional(),
  })
  .refine(({ returnReason, errorType }) => !errorType || ERROR_TYPES[returnReason].includes(errorType), {
    message: 'does not belong to this return reason',
    path: ['errorType'],
  })

function parseBody<Body>(schema: z.ZodType<Body>, { body }: FastifyRequest): Body {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  const faults: Fault[] = result.error.issues.map(({ message, path }) => ({
    detail: [...path, message].join(' '),
    pointer: ['', ...path].join('/'),
  }))
  throw new Problem('params_invalid', 'The request cannot be read', faults)
}
