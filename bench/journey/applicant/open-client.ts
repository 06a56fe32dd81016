import { createClientBackend } from '../../../test/fakes/client-backend.ts'
import type { Service } from '../../../test/fakes/service.ts'
import { openReceiver } from '../../../test/fakes/webhook-receiver.ts'

/** How long the last webhook may take, ms; it is awaited so that its work counts in the row. */
const WEBHOOK_LIMIT_MS = 15_000

/** What the answer must say: no colours are asked, without which nobody can tell who is alive. */
const VALID_BUT_LIVENESS = [
  { type: 'document-checks', name: 'score', value: 1 },
  { type: 'doc-face-matches', name: 'score', value: 1 },
  { type: 'face-checks', name: 'quality-score', value: 1 },
  { type: 'face-checks', name: 'active-liveness-score', value: -1 },
] as const

/** The organisation that has applicants verified. */
export interface BenchClient {
  /** A new identification. */
  create(): Promise<{ id: string; identificationUrl: string }>
  /** Throws an Error unless the identification is processed now, every part of it valid but the liveness that nobody can tell without colours; then waits for its last webhook. */
  assertVerified(identificationId: string): Promise<void>
  close(): Promise<void>
}

/** Opens a client's backend and its webhook endpoint. */
export async function openClient(service: Service): Promise<BenchClient> {
  const receiver = await openReceiver({ secret: service.webhookSecret })
  const backend = createClientBackend(service)
  return {
    create: async () => {
      const { status, body } = await backend.create({
        webhook: receiver.url,
        redirect_url: `${service.webUrl}/client-return`,
      })
      if (status !== 201) throw new Error(`POST /identifications/ answered ${status}`)
      return {
        id: String(body.data.attributes['identification-id']),
        identificationUrl: String(body.data.attributes['identification-url']),
      }
    },
    assertVerified: async (id) => {
      const { body } = await backend.get(id)
      const { status, score } = body.data.attributes
      const codes = body.data.relationships?.['reason-codes']?.data ?? []
      const isVerified = VALID_BUT_LIVENESS.every(({ type, name, value }) => {
        const part = body.included?.find((one: { type: string }) => one.type === type)
        return part?.attributes[name] === value
      })
      if (status !== 'processed' || score !== -1 || !isVerified) {
        const reasons = codes.map((code: { id: string }) => code.id).join(', ')
        throw new Error(`The answer is ${status}, score ${score}, reason codes ${reasons || 'none'}`)
      }
      await receiver.waitFor('processed', WEBHOOK_LIMIT_MS, id)
    },
    close: async () => {
      backend.close()
      await receiver.close()
    },
  }
}
