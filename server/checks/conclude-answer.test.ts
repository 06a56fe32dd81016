import { describe, expect, test } from 'vitest'
import { FACE_BANDS } from '../../domain/face-bands.ts'
import type { DocumentSideFacts, FaceFacts, MrzFacts } from '../../domain/facts.ts'
import type { AttemptFacts } from './attempt-facts.ts'
import { concludeAnswer } from './conclude-answer.ts'

const EMBEDDER = Object.keys(FACE_BANDS)[0] ?? ''
const QUALITY = { sharpness: 800, luma: 150, glareShare: 0 }

function zone(change: Partial<MrzFacts> = {}, fields: Partial<MrzFacts['fields']> = {}): MrzFacts {
  return {
    format: 'TD3',
    lines: ['P<UTOEXAMPLE<<ADA', 'L898902C36UTO'],
    rawLines: ['P<UTOEXAMPLE<<ADA', 'L898902C36UTO'],
    checks: [{ name: 'composite', valid: true }],
    checksValid: true,
    confidence: 0.98,
    framesAgreeing: 3,
    fields: {
      documentCode: 'P',
      issuingState: 'UTO',
      documentNumber: 'L898902C3',
      lastName: 'EXAMPLE',
      firstNames: ['ADA', 'MARIA'],
      birthDate: '1990-05-04',
      gender: 'F',
      expiryDate: '2030-01-31',
      issueDate: null,
      nationality: 'UTO',
      personalNumber: null,
      ...fields,
    },
    ...change,
  }
}

function side(change: Partial<DocumentSideFacts> = {}): DocumentSideFacts {
  const corner = { x: 0, y: 0 }
  return {
    kind: 'document',
    side: 'front',
    framesRead: 4,
    card: { quad: [corner, corner, corner, corner], frameWidth: 1280, frameHeight: 720, coverage: 0.7 },
    quality: QUALITY,
    mrz: zone(),
    portrait: {
      box: { x: 0, y: 0, width: 100, height: 120 },
      confidence: 0.9,
      template: [1, 0],
      templateModel: EMBEDDER,
    },
    models: [],
    notChecked: ['mrz-viz'],
    ...change,
  }
}

function face(change: Partial<FaceFacts> = {}): FaceFacts {
  const turn = { done: true, yawDegrees: 24, intermediateSeen: true, parallaxPercent: 7 }
  return {
    kind: 'face',
    framesRead: 12,
    framesWithFace: 12,
    facesAtOnce: 1,
    best: {
      box: { x: 0, y: 0, width: 200, height: 240 },
      pose: { yaw: 2, pitch: -3, roll: 0 },
      confidence: 0.95,
      quality: QUALITY,
    },
    challenge: { nonce: 'n', turns: ['left', 'right'], minimumYawDegrees: 14 },
    turns: [
      { side: 'left', ...turn },
      { side: 'right', ...turn },
    ],
    identityContinuity: 0.99,
    template: [1, 0],
    templateModel: EMBEDDER,
    models: [],
    notChecked: [],
    ...change,
  }
}

function facts(change: Partial<AttemptFacts> = {}): AttemptFacts {
  return {
    chosenDocument: 'passport',
    front: side(),
    back: 'not-asked',
    face: face(),
    referenceData: { firstName: null, lastName: null, birthDate: null },
    product: 'standard',
    today: '2026-11-22',
    ...change,
  }
}

describe('concludeAnswer()', () => {
  test('gives 1 when zone, expiry, match and turns are all valid', () => {
    const answer = concludeAnswer(facts())
    expect(answer.score).toBe(1)
    expect(answer.identity).toEqual({ firstName: 'ADA', lastName: 'EXAMPLE', birthDate: '1990-05-04' })
    expect(answer.reasonCodes).toEqual([])
    expect(answer.comments).toEqual([])
  })

  test('leaves checks that are not built null and lists what was not checked', () => {
    const answer = concludeAnswer(facts())
    expect(answer.documentChecks.mrzViz).toBeNull()
    expect(answer.documentChecks.visualFront).toBeNull()
    expect(answer.notChecked).toContain('mrz-viz')
  })

  test('refuses an expired document with 2101', () => {
    const answer = concludeAnswer(facts({ front: side({ mrz: zone({}, { expiryDate: '2026-11-21' }) }) }))
    expect(answer.score).toBe(0)
    expect(answer.reasonCodes).toEqual([2101])
  })

  test('refuses another person with 2304, masked to 2399 in a certified product', () => {
    const other = face({ template: [0, 1] })
    expect(concludeAnswer(facts({ face: other }))).toMatchObject({ score: 0, reasonCodes: [2304] })
    expect(concludeAnswer(facts({ face: other, product: 'certified' }))).toMatchObject({
      score: 0,
      reasonCodes: [2399],
    })
  })

  test('cannot tell between the two bands of the match', () => {
    const bands = FACE_BANDS[EMBEDDER]
    const similarity = bands ? (bands.accept + bands.reject) / 2 : 0
    const between = face({ template: [similarity, Math.sqrt(1 - similarity ** 2)] })
    expect(concludeAnswer(facts({ face: between }))).toMatchObject({ score: -1, docFaceMatch: -1 })
  })

  test('cannot tell from templates of two models', () => {
    const answer = concludeAnswer(facts({ face: face({ templateModel: 'another' }) }))
    expect(answer.docFaceMatch).toBe(-1)
  })

  test('cannot tell from a blurred document and says 1301', () => {
    const blurred = side({ mrz: null, portrait: null, quality: { ...QUALITY, sharpness: 20 } })
    const answer = concludeAnswer(facts({ front: blurred }))
    expect(answer.score).toBe(-1)
    expect(answer.reasonCodes).toContain(1301)
    expect(answer.comments).toContain('The document video quality is too low')
    expect(answer.identity.lastName).toBeNull()
  })

  test('says 1320 in the dark and 1302 when no document was shown', () => {
    const dark = side({ mrz: null, quality: { ...QUALITY, luma: 12 } })
    expect(concludeAnswer(facts({ front: dark })).reasonCodes).toContain(1320)
    const absent = side({ mrz: null, card: null, quality: null, portrait: null })
    expect(concludeAnswer(facts({ front: absent }))).toMatchObject({ score: -1, reasonCodes: [1302] })
  })

  test('asks for the back of a card that was filmed as a passport', () => {
    const answer = concludeAnswer(facts({ front: side({ mrz: zone({ format: 'TD1' }) }) }))
    expect(answer).toMatchObject({ score: -1, reasonCodes: [1303] })
  })

  test('takes no identity from a zone that one frame alone read', () => {
    const answer = concludeAnswer(facts({ front: side({ mrz: zone({ framesAgreeing: 1 }) }) }))
    expect(answer.score).toBe(-1)
    expect(answer.identity.lastName).toBeNull()
  })

  test.each([
    ['no turn', face({ turns: [] })],
    ['a turn to the wrong side', face({ turns: face().turns.toReversed() })],
    ['a flat face', face({ turns: face().turns.map((turn) => ({ ...turn, parallaxPercent: 1.2 })) })],
    [
      'a jump without angles between',
      face({ turns: face().turns.map((turn) => ({ ...turn, intermediateSeen: false })) }),
    ],
  ])('cannot tell liveness from %s and says 1313', (_, seen) => {
    const answer = concludeAnswer(facts({ face: seen }))
    expect(answer.faceChecks?.activeLiveness).toBe(-1)
    expect(answer.reasonCodes).toEqual([1313])
    expect(answer.score).toBe(-1)
  })

  test('cannot tell liveness when the face changes along the turn', () => {
    const swapped = face({ identityContinuity: 0.1 })
    expect(concludeAnswer(facts({ face: swapped })).faceChecks?.activeLiveness).toBe(-1)
  })

  test('has no face checks when no face is asked for, and may still be 1', () => {
    const answer = concludeAnswer(facts({ face: 'not-asked' }))
    expect(answer).toMatchObject({ score: 1, faceChecks: null, docFaceMatch: null })
  })

  test('says 1901 and cannot tell when analysis broke down', () => {
    expect(concludeAnswer(facts({ front: 'failed' }))).toMatchObject({ score: -1, reasonCodes: [1901] })
  })

  test('says so when the declared identity is another with 2401', () => {
    const referenceData = { firstName: 'Ada', lastName: 'Other', birthDate: null }
    expect(concludeAnswer(facts({ referenceData }))).toMatchObject({
      score: 0,
      referenceDataCheck: 0,
      reasonCodes: [2401],
      comments: ['Extracted identity and reference data do not match.'],
    })
  })

  test.each([
    ['Ada', 'Example', '1990-05-04'],
    ['ADA', 'EXAMPLE', null],
    ['Ada Maria', 'Éxample', null],
  ])('takes %s %s for the same person as the zone', (firstName, lastName, birthDate) => {
    const answer = concludeAnswer(facts({ referenceData: { firstName, lastName, birthDate } }))
    expect(answer.referenceDataCheck).toBe(1)
  })

  test('knows MÜLLER as MUELLER and as MULLER', () => {
    const front = (lastName: string) => side({ mrz: zone({}, { lastName }) })
    const referenceData = { firstName: null, lastName: 'Müller', birthDate: null }
    expect(concludeAnswer(facts({ referenceData, front: front('MUELLER') })).referenceDataCheck).toBe(1)
    expect(concludeAnswer(facts({ referenceData, front: front('MULLER') })).referenceDataCheck).toBe(1)
  })

  test('prolongs an adult French card of 2012 to 15 years and not one of 2003', () => {
    const card = (issueDate: string) =>
      side({ mrz: zone({ format: 'FR-2x36' }, { expiryDate: null, issueDate, birthDate: '1975-11-25' }) })
    const back = side({ side: 'back', mrz: null, portrait: null })
    const answer = (issueDate: string) =>
      concludeAnswer(facts({ chosenDocument: 'id-card', front: card(issueDate), back }))
    expect(answer('2012-03-01').documentChecks.expiryDate).toBe(1)
    expect(answer('2003-03-01').documentChecks.expiryDate).toBe(0)
    expect(answer('2011-11-01').documentChecks.expiryDate).toBe(-1)
  })
})
