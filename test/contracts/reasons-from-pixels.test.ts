import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../analysis/engine.ts'
import type { Answer } from '../../domain/answer.ts'
import { COMMENTS, type Comment } from '../../domain/comment.ts'
import { REASON_CODES, type ReasonCode } from '../../domain/reason-code.ts'
import type { AttemptFacts } from '../../server/checks/attempt-facts.ts'
import { concludeAnswer } from '../../server/checks/conclude-answer.ts'
import { REVIEWERS_CODES } from '../../server/checks/rules/rule-table.ts'
import { simulateAnswer } from '../../server/checks/simulate-answer.ts'
import { loadEngine } from '../fakes/analysis-engine.ts'
import {
  changed,
  desk,
  drawFace,
  drawFront,
  drawVisa,
  filmPicture,
  pixelReader,
  TODAY,
} from '../fakes/pixels/pixel-reader.ts'
import { CAST } from '../people/cast.ts'
import { COOPERATIVE, DISTORTIONS, type Distortion } from '../people/film/distortion.ts'
import { showOnScreen } from '../people/film/show-on-screen.ts'

/** Cards and faces are drawn, filmed and read. */
const TIMEOUT_MS = 240_000
const { luca, anna } = CAST

let engine: Engine
let read: ReturnType<typeof pixelReader>
/** A passport and its holder looking straight, as they come out of the analysis; no turn was made. */
let well: AttemptFacts

beforeAll(async () => {
  engine = await loadEngine()
  read = pixelReader(engine)
  well = {
    chosenDocument: 'passport',
    front: await read.readSide(await filmPicture(await drawFront('passport'))),
    back: 'not-asked',
    face: await read.readFace(drawFace()),
    referenceData: { firstName: null, lastName: null, birthDate: null },
    ...{ product: 'standard', environment: 'test', today: TODAY },
  }
}, TIMEOUT_MS)
afterAll(() => engine?.close())

const passportFilmed = async (distortion: Distortion) => ({
  front: await read.readSide(await filmPicture(await drawFront('passport'), distortion)),
})

interface Case {
  code: ReasonCode | null
  comment: Comment | null
  how: string
  facts: () => Promise<Partial<AttemptFacts>>
}

const CASES: Case[] = [
  {
    code: REASON_CODES.documentTooBlurry,
    comment: COMMENTS.documentQualityTooLow,
    how: 'a front out of focus',
    facts: () => passportFilmed(DISTORTIONS.blur),
  },
  {
    code: null,
    comment: COMMENTS.authenticityNotVerified,
    how: "the front of Anna's card with the back of Luca's",
    facts: async () => ({
      front: await read.readSide(await filmPicture(await drawFront('id-card', undefined, anna))),
      back: await read.readLucasBack(),
      face: await read.readFace(drawFace(anna.person)),
    }),
  },
  {
    code: null,
    comment: COMMENTS.documentInstructionsNotFollowed,
    how: "the front of Anna's licence with the back of Luca's card",
    facts: async () => ({
      front: await read.readSide(await filmPicture(await drawFront('driving-licence', undefined, anna))),
      back: await read.readLucasBack(),
      face: await read.readFace(drawFace(anna.person)),
    }),
  },
  {
    code: REASON_CODES.backNotPresented,
    comment: COMMENTS.backNotPresented,
    how: 'a licence filmed as a passport',
    facts: async () => ({
      front: await read.readSide(await filmPicture(await drawFront('driving-licence'))),
    }),
  },
  {
    code: null,
    comment: COMMENTS.dataNotExtracted,
    how: 'a front whose zone is smeared',
    facts: () => passportFilmed(DISTORTIONS.motion),
  },
  {
    code: REASON_CODES.documentTooBlurry,
    comment: COMMENTS.documentResolutionTooLow,
    how: 'a licence far from the camera',
    facts: async () => ({
      front: await read.readSide(
        await filmPicture(await drawFront('driving-licence'), { ...COOPERATIVE, coverage: 0.28 }),
      ),
    }),
  },
  {
    code: REASON_CODES.frontNotPresented,
    comment: COMMENTS.documentNotPresented,
    how: 'an empty desk',
    facts: async () => ({ front: await read.readSide([desk()]) }),
  },
  {
    code: REASON_CODES.frontNotPresented,
    comment: COMMENTS.documentNotPresented,
    how: 'the back of a card filmed as its front too',
    facts: async () => ({ front: await read.readLucasBack('front'), back: await read.readLucasBack() }),
  },
  {
    code: REASON_CODES.backNotPresented,
    comment: COMMENTS.backNotPresented,
    how: 'an empty desk for the back',
    facts: async () => ({ back: await read.readSide([desk()], 'back') }),
  },
  {
    code: REASON_CODES.documentTooBlurry,
    comment: COMMENTS.backQualityTooLow,
    how: 'a back out of focus',
    facts: async () => ({
      back: await read.readSide(
        await filmPicture(await drawFront('driving-licence'), DISTORTIONS.blur),
        'back',
      ),
    }),
  },
  {
    code: REASON_CODES.documentHidden,
    comment: COMMENTS.documentInstructionsNotFollowed,
    how: 'a card of which a quarter is outside the frame',
    facts: () => passportFilmed(DISTORTIONS['partly-outside']),
  },
  {
    code: REASON_CODES.noDynamicView,
    comment: COMMENTS.documentInstructionsNotFollowed,
    how: 'one picture shown for seconds',
    facts: async () => {
      const [picture] = await filmPicture(await drawFront('passport'))
      return { front: await read.readSide(Array.from({ length: 5 }, () => ({ ...picture }))) }
    },
  },
  {
    code: REASON_CODES.documentDamaged,
    comment: COMMENTS.authenticityNotVerified,
    how: 'a permit of which a corner is cut off',
    facts: async () => {
      const cut = await filmPicture(await drawFront('residence-permit'), DISTORTIONS.none, 0.14)
      return { front: await read.readSide(cut) }
    },
  },
  {
    code: REASON_CODES.poorLighting,
    comment: COMMENTS.faceQualityTooLow,
    how: 'a face in the dark',
    facts: async () => ({
      face: await read.readFace(await changed(drawFace(), (file) => file.linear(0.16, 0))),
    }),
  },
  {
    code: REASON_CODES.faceTooBlurry,
    comment: COMMENTS.faceQualityTooLow,
    how: 'a face out of focus',
    facts: async () => ({ face: await read.readFace(await changed(drawFace(), (file) => file.blur(5))) }),
  },
  {
    code: REASON_CODES.faceNotPresented,
    comment: COMMENTS.faceNotPresented,
    how: 'nobody before the camera',
    facts: async () => ({ face: await read.readFace(desk()) }),
  },
  {
    code: null,
    comment: COMMENTS.livenessNotVerified,
    how: 'nobody before the camera',
    facts: async () => ({ face: await read.readFace(desk()) }),
  },
  {
    code: REASON_CODES.faceNotFrontal,
    comment: COMMENTS.faceQualityTooLow,
    how: 'a face that looks aside',
    facts: async () => ({ face: await read.readFace(drawFace(luca.person, 28)) }),
  },
  {
    code: REASON_CODES.noLivenessMovement,
    comment: COMMENTS.faceInstructionsNotFollowed,
    how: 'a face that never turned',
    facts: async () => ({}),
  },
  {
    code: REASON_CODES.documentExpired,
    comment: null,
    how: 'a passport that ended years ago',
    facts: async () => ({
      front: await read.readSide(await filmPicture(await drawFront('passport', '2020-01-01'))),
    }),
  },
  {
    code: REASON_CODES.documentNotAccepted,
    comment: null,
    how: 'a visa',
    facts: async () => ({ front: await read.readSide(await filmPicture(await drawVisa())) }),
  },
  {
    code: REASON_CODES.photocopy,
    comment: COMMENTS.authenticityNotVerified,
    how: 'a grey copy',
    facts: async () => {
      const copy = await changed(await drawFront('passport'), (file) => file.greyscale())
      return { front: await read.readSide(await filmPicture(copy)) }
    },
  },
  {
    code: REASON_CODES.shownOnScreen,
    comment: COMMENTS.authenticityNotVerified,
    how: 'a passport on a screen',
    facts: async () => {
      const shown = showOnScreen(await drawFront('passport'), 700)
      return { front: await read.readSide(await filmPicture(shown, { ...COOPERATIVE, exposure: 2.6 })) }
    },
  },
  {
    code: REASON_CODES.counterfeit,
    comment: COMMENTS.authenticityNotVerified,
    how: 'a code altered after it was signed',
    facts: async () => ({ back: await read.readForgedCode() }),
  },
  {
    code: REASON_CODES.notTheOwner,
    comment: COMMENTS.matchNotVerified,
    how: "another person's face",
    facts: async () => ({ face: await read.readFace(drawFace(anna.person)) }),
  },
  {
    code: REASON_CODES.certifiedFraud,
    comment: COMMENTS.matchNotVerified,
    how: "another person's face, in the certified product",
    facts: async () => ({ face: await read.readFace(drawFace(anna.person)), product: 'certified' }),
  },
  {
    code: REASON_CODES.identityMismatch,
    comment: COMMENTS.referenceDataMismatch,
    how: 'another declared name',
    facts: async () => ({ referenceData: { firstName: 'ADA', lastName: 'OTHER', birthDate: null } }),
  },
  {
    code: REASON_CODES.internalError,
    comment: null,
    how: 'an analysis that broke down',
    facts: async () => ({ front: 'failed' }),
  },
]

describe('From pixels to reasons', () => {
  it.each(CASES)(
    'gives $code "$comment" for $how',
    async ({ code, comment, facts }) => {
      const answer: Answer = concludeAnswer({ ...well, ...(await facts()) })
      if (code !== null) expect(answer.reasonCodes).toContain(code)
      if (comment !== null) expect(answer.comments).toContain(comment)
      const theirs = REVIEWERS_CODES.map(({ reasonCode }) => reasonCode)
      expect(answer.reasonCodes.filter((given) => theirs.includes(given))).toEqual([])
    },
    TIMEOUT_MS,
  )

  it('has a case for every code that is not left to reviewers, and for every sentence', () => {
    const given = CASES.flatMap(({ code }) => code ?? [])
    const left = REVIEWERS_CODES.map(({ reasonCode }) => reasonCode)
    expect(new Set([...given, ...left])).toEqual(new Set(Object.values(REASON_CODES)))
    expect(left.filter((code) => given.includes(code))).toEqual([])
    const sentences = CASES.flatMap(({ comment }) => comment ?? [])
    expect(new Set(sentences)).toEqual(new Set(Object.values(COMMENTS)))
  })

  it.each(REVIEWERS_CODES)('leaves $reasonCode to a reviewer, whose answer carries it', ({ reasonCode }) => {
    const wanted = {
      score: -1 as const,
      reasonCodes: [reasonCode],
      comments: [],
      identity: null,
      document: {},
    }
    const declared = { firstName: null, lastName: null, birthDate: null }
    const answer = simulateAnswer(wanted, { declared, faceRequired: true })
    expect(answer.reasonCodes).toEqual([reasonCode])
  })
})
