import { type ClientAnswer, createClientBackend } from '../fakes/client-backend.ts'
import { findChromium } from '../fakes/find-chromium.ts'
import { openPhone } from '../fakes/phone.ts'
import { type Service, startService } from '../fakes/service.ts'
import { openReceiver } from '../fakes/webhook-receiver.ts'
import { CAST } from '../people/cast.ts'
import { filmPerson } from '../people/film/film-person.ts'

/** How long the last webhook may take after the redirect, milliseconds. */
const WEBHOOK_LIMIT_MS = 15_000

/** Plays a drawn person through a whole verification in Chromium and shows each step. */
async function runDemo(): Promise<number> {
  if (!findChromium()) {
    say('The demo needs Chromium or Chrome: install one, or name it in VIDIMUS_CHROMIUM.')
    return 1
  }
  const person = CAST.luca
  say(`Drawing ${person.firstNames.join(' ')} ${person.lastName} and a specimen passport …`)
  const film = await filmPerson({ person, document: 'passport' })
  say('Starting Vidimus on data of its own …')
  const service = await startService()
  try {
    return await playJourney(service, film)
  } finally {
    await service.remove()
  }
}

async function playJourney(service: Service, film: Awaited<ReturnType<typeof filmPerson>>): Promise<number> {
  const receiver = await openReceiver({ secret: service.webhookSecret })
  const backend = createClientBackend(service)
  const { body } = await backend.create({ webhook: receiver.url, redirect_url: `${service.webUrl}/done` })
  const id = String(body.data.attributes['identification-id'])
  say(`The client created identification ${id}`)
  const identificationUrl = String(body.data.attributes['identification-url'])
  const phone = await openPhone({ film, identificationUrl, onScreen: (screen) => say(`  phone: ${screen}`) })
  try {
    say(`The applicant came back to ${await phone.walkThrough({ document: 'passport' })}`)
    await receiver.waitFor('processed', WEBHOOK_LIMIT_MS, id)
    for (const { status, verified } of receiver.received) {
      say(`  webhook: ${status} (signature ${verified ? 'verified' : 'WRONG'})`)
    }
    return showAnswer(await backend.get(id))
  } finally {
    await phone.close()
    await receiver.close()
  }
}

function showAnswer({ body }: ClientAnswer): number {
  const { attributes } = body.included.find(({ type }: { type: string }) => type === 'identities')
  const { score, comment } = body.data.attributes
  say(`The answer: ${JSON.stringify(attributes)}, score ${score} ${comment}`)
  return body.data.attributes.score === 1 ? 0 : 1
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

process.exitCode = await runDemo()
