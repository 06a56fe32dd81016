import { setTimeout as wait } from 'node:timers/promises'
import { type ClientBackend, createClientBackend } from '../../test/fakes/client-backend.ts'
import type { Service } from '../../test/fakes/service.ts'
import { simulate } from '../api/measure-webhooks.ts'
import type { Ledger } from './count-heard.ts'

/** Between a request that failed and the next, ms. */
const PAUSE_MS = 20
const STATUSES = ['initiated', 'processing', 'processed'] as const

/** Has clients create identifications and bring them to their end until told to stop; writes down what was acknowledged. */
export function startLoad(
  service: Service,
  { ledger, clients, webhook }: { ledger: Ledger; clients: number; webhook: string },
): { end(): Promise<void> } {
  let isEnding = false
  const client = async () => {
    const backend = createClientBackend(service)
    while (!isEnding) {
      await liveThrough(backend, { ledger, webhook }).catch(async () => {
        // Killed under the request: nothing was acknowledged, so nothing is owed.
        ledger.refused += 1
        await wait(PAUSE_MS)
      })
    }
    backend.close()
  }
  const running = Promise.all(Array.from({ length: clients }, client))
  return {
    async end() {
      isEnding = true
      await running
    },
  }
}

async function liveThrough(
  backend: ClientBackend,
  { ledger, webhook }: { ledger: Ledger; webhook: string },
): Promise<void> {
  const { status, body } = await backend.create({ webhook })
  if (status !== 201) throw new Error(`status ${status}`)
  const id: string = body.data.attributes['identification-id']
  const told: string[] = []
  ledger.created.set(id, told)
  for (const next of STATUSES) {
    await simulate(backend, id, next)
    told.push(next)
  }
}
