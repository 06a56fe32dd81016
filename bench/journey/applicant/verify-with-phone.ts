import type { DocumentChoice } from '../../../domain/scene.ts'
import { openPhone } from '../../../test/fakes/phone.ts'
import type { Film } from '../../../test/people/film/film-person.ts'

/** One applicant with a browser. */
export interface PhoneVisitRequest {
  identificationUrl: string
  document: DocumentChoice
  film: Film
}

/** Times of a visit with a browser, as its page shows them. */
export interface PhoneTimes {
  /** From the screen that says the face is captured to the answer of `finish`, ms. */
  answerMs: number
  /** From the opened link to the answer of `finish`, ms. */
  visitMs: number
  /** The screens seen, with the moment of each since the link was opened, ms. */
  screens: { screen: string; atMs: number }[]
}

/** Goes through one verification in Chromium. Throws an Error where the visit ends otherwise. */
export async function verifyWithPhone(request: PhoneVisitRequest): Promise<PhoneTimes> {
  const openedAtMs = performance.now()
  const screens: PhoneTimes['screens'] = []
  const phone = await openPhone({
    film: request.film,
    identificationUrl: request.identificationUrl,
    onScreen: (screen) => screens.push({ screen, atMs: performance.now() - openedAtMs }),
  })
  try {
    let answeredAtMs = Number.NaN
    phone.page.on('response', (response) => {
      if (response.url().endsWith('/finish') && response.ok()) answeredAtMs = performance.now() - openedAtMs
    })
    await phone.walkThrough({ document: request.document })
    const capturedAtMs = screens.find(({ screen }) => screen === 'captured face')?.atMs ?? Number.NaN
    if (Number.isNaN(answeredAtMs - capturedAtMs)) throw new Error('The page showed no answer to its finish')
    return { answerMs: answeredAtMs - capturedAtMs, visitMs: answeredAtMs, screens }
  } finally {
    await phone.close()
  }
}
