import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClientBackend } from '../fakes/client-backend.ts'
import { findChromium } from '../fakes/find-chromium.ts'
import { openPhone } from '../fakes/phone.ts'
import { type Service, startService } from '../fakes/service.ts'
import { openReceiver } from '../fakes/webhook-receiver.ts'
import { CAST } from '../people/cast.ts'
import { type Film, filmPerson } from '../people/film/film-person.ts'

/** The goal is 5 s; the rest is the test's own delay on a busy machine. */
const GONE_LIMIT_MS = 8_000
const WEBHOOK_LIMIT_MS = 15_000

let service: Service
let receiver: Awaited<ReturnType<typeof openReceiver>>
let backend: ReturnType<typeof createClientBackend>
let film: Film

describe.skipIf(!findChromium())('An applicant who does not finish', () => {
  beforeAll(async () => {
    service = await startService()
    receiver = await openReceiver({ secret: service.webhookSecret })
    backend = createClientBackend(service)
    film = await filmPerson({ person: CAST.anna, document: 'passport' })
  }, 180_000)

  afterAll(async () => {
    await receiver?.close()
    await service?.remove()
  })

  test('leaves without a document: aborted, with the reason in the address and the webhook', async () => {
    const { id, identificationUrl } = await create()
    const phone = await openPhone({ film, identificationUrl })
    const location = new URL(await phone.leave('no_document'))
    await phone.close()
    expect(location.searchParams.get('status')).toBe('aborted')
    expect(location.searchParams.get('return_reason')).toBe('no_document')
    const told = await receiver.waitFor('aborted', WEBHOOK_LIMIT_MS, id)
    expect(told).toMatchObject({ verified: true, returnReason: 'no_document' })
    expect((await backend.get(id)).body.data.attributes.status).toBe('aborted')
  })

  test('is noticed when the browser is killed, and resumes where a reload finds the attempt', async () => {
    const { id, identificationUrl } = await create()
    const phone = await openPhone({ film, identificationUrl })
    await phone.startFilming({ document: 'passport' })
    await phone.reload()
    await phone.waitForScreen('filming')
    expect((await backend.get(id)).body.data.attributes['number-of-attempts']).toBe(1)
    const gone = service.waitForLine(/applicant gone/, GONE_LIMIT_MS)
    await phone.kill()
    await gone
    expect((await backend.get(id)).body.data.attributes.status).toBe('initiated')
  })
})

async function create(): Promise<{ id: string; identificationUrl: string }> {
  const { body } = await backend.create({
    webhook: receiver.url,
    redirect_url: `${service.webUrl}/client-return`,
  })
  return {
    id: String(body.data.attributes['identification-id']),
    identificationUrl: String(body.data.attributes['identification-url']),
  }
}
