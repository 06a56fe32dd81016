import { describe, expect, test } from 'vitest'
import { FACE_BANDS } from '../../domain/face-bands.ts'
import {
  EMBEDDER,
  GOOD_QUALITY,
  makeAttempt,
  makeFace,
  makeFront,
  makePrint,
  makeZone,
} from '../../test/fakes/scene-facts.ts'
import { concludeAnswer } from './conclude-answer.ts'

describe('concludeAnswer()', () => {
  test('gives 1 when zone, expiry, match and turns are all valid', () => {
    const answer = concludeAnswer(makeAttempt())
    expect(answer.score).toBe(1)
    expect(answer.identity).toEqual({ firstName: 'ADA', lastName: 'EXAMPLE', birthDate: '1990-05-04' })
    expect(answer.reasonCodes).toEqual([])
    expect(answer.comments).toEqual([])
  })

  test('keeps with its grounds the limits of names, dates and turns that other files hold', () => {
    expect(concludeAnswer(makeAttempt()).grounds?.thresholds).toMatchObject({
      cutNameLettersMinimum: 4,
      lettersPerMisreading: 5,
      holderYearsMaximum: 110,
      validityYearsMaximum: 11,
      nearDateDigitsMaximum: 2,
      turnStepDegreesMaximum: 20,
      missedFramesMaximum: 1,
    })
  })

  test('leaves checks that are not built null and lists what was not checked', () => {
    const answer = concludeAnswer(makeAttempt())
    expect(answer.documentChecks.mrzViz).toBeNull()
    expect(answer.documentChecks.visualFront).toBeNull()
    expect(answer.notChecked).toContain('mrz-viz')
  })

  test('takes a holder of a hundred and five years for no infant when the print has four digits of the year', () => {
    const print = makePrint({ birthDate: '1921-05-04' })
    const { birthDate } = print.fields
    const read = {
      ...print,
      fields: { ...print.fields, ...(birthDate && { birthDate: { ...birthDate, raw: '04 05 1921' } }) },
    }
    const mrz = makeZone({}, { birthDate: '2021-05-04' })
    const answer = concludeAnswer(makeAttempt({ front: makeFront({ mrz, print: read }) }))
    expect(answer).toMatchObject({
      score: 1,
      document: { birthDate: '1921-05-04' },
      documentChecks: { mrzViz: 1 },
    })
    expect(answer.identity.birthDate).toBe('1921-05-04')
    expect(concludeAnswer(makeAttempt({ front: makeFront({ mrz, print }) })).documentChecks.mrzViz).toBe(-1)
  })

  test('refuses an expired document with 2101', () => {
    const answer = concludeAnswer(
      makeAttempt({ front: makeFront({ mrz: makeZone({}, { expiryDate: '2026-11-21' }) }) }),
    )
    expect(answer.score).toBe(0)
    expect(answer.reasonCodes).toEqual([2101])
  })

  test('refuses another person with 2304, masked to 2399 in a certified product', () => {
    const other = makeFace({ template: [0, 1] })
    expect(concludeAnswer(makeAttempt({ face: other }))).toMatchObject({ score: 0, reasonCodes: [2304] })
    expect(concludeAnswer(makeAttempt({ face: other, product: 'certified' }))).toMatchObject({
      score: 0,
      reasonCodes: [2399],
    })
  })

  test('cannot tell between the two bands of the match', () => {
    const bands = FACE_BANDS[EMBEDDER]
    const similarity = bands ? (bands.accept + bands.reject) / 2 : 0
    const between = makeFace({ template: [similarity, Math.sqrt(1 - similarity ** 2)] })
    expect(concludeAnswer(makeAttempt({ face: between }))).toMatchObject({ score: -1, docFaceMatch: -1 })
  })

  test('cannot tell from templates of two models', () => {
    const answer = concludeAnswer(makeAttempt({ face: makeFace({ templateModel: 'another' }) }))
    expect(answer.docFaceMatch).toBe(-1)
  })

  test('cannot tell from a blurred document and says 1301', () => {
    const blurred = makeFront({ mrz: null, portrait: null, quality: { ...GOOD_QUALITY, sharpness: 20 } })
    const answer = concludeAnswer(makeAttempt({ front: blurred }))
    expect(answer.score).toBe(-1)
    expect(answer.reasonCodes).toContain(1301)
    expect(answer.comments).toContain('The document video quality is too low')
    expect(answer.identity.lastName).toBeNull()
  })

  test('says 1320 in the dark and 1302 when no document was shown', () => {
    const dark = makeFront({ mrz: null, quality: { ...GOOD_QUALITY, luma: 12 } })
    expect(concludeAnswer(makeAttempt({ front: dark })).reasonCodes).toContain(1320)
    const absent = makeFront({ mrz: null, card: null, quality: null, portrait: null })
    expect(concludeAnswer(makeAttempt({ front: absent }))).toMatchObject({ score: -1, reasonCodes: [1302] })
  })

  test('refuses a grey copy with 2201, doubts a pale one, and concludes nothing in the dark', () => {
    const shown = (colourSpread: number, luma = GOOD_QUALITY.luma, colourSpots = colourSpread + 1) => {
      const front = makeFront({ colourSpread, colourSpots, quality: { ...GOOD_QUALITY, luma } })
      return concludeAnswer(makeAttempt({ front }))
    }
    expect(shown(0.4)).toMatchObject({ score: 0, reasonCodes: [2201], documentChecks: { visualFront: 0 } })
    expect(shown(9)).toMatchObject({
      score: -1,
      reasonCodes: [],
      comments: ['Authenticity of the document could not be verified'],
    })
    expect(shown(4, GOOD_QUALITY.luma, 12)).toMatchObject({ score: -1, reasonCodes: [] })
    expect(shown(0.4, 50)).toMatchObject({ score: 1, documentChecks: { visualFront: null } })
  })

  test('asks for the back of a card that was filmed as a passport', () => {
    const answer = concludeAnswer(makeAttempt({ front: makeFront({ mrz: makeZone({ format: 'TD2' }) }) }))
    expect(answer).toMatchObject({ score: -1, reasonCodes: [1303] })
  })

  test.each(['passport', 'id-card'] as const)(
    'misses the front where a back alone was filmed as a %s',
    (chosenDocument) => {
      const front = makeFront({ mrz: makeZone({ format: 'TD1' }) })
      const back = chosenDocument === 'passport' ? 'not-asked' : { ...front, side: 'back' as const }
      const answer = concludeAnswer(makeAttempt({ chosenDocument, front, back }))
      expect(answer).toMatchObject({ score: -1, documentChecks: { quality: -1 } })
      expect(answer.reasonCodes).toContain(1302)
    },
  )

  test('takes no identity from a zone that one frame alone read', () => {
    const answer = concludeAnswer(makeAttempt({ front: makeFront({ mrz: makeZone({ framesAgreeing: 1 }) }) }))
    expect(answer.score).toBe(-1)
    expect(answer.identity.lastName).toBeNull()
  })

  test.each([
    ['no turn', makeFace({ turns: [] })],
    ['a turn to the wrong side', makeFace({ turns: makeFace().turns.toReversed() })],
    ['a flat face', makeFace({ turns: makeFace().turns.map((turn) => ({ ...turn, parallaxPercent: 1.2 })) })],
    [
      'a face that narrows as a turned print does',
      makeFace({ turns: makeFace().turns.map((turn) => ({ ...turn, narrowingExcessDegrees: 18 })) }),
    ],
    [
      'a jump without angles between',
      makeFace({ turns: makeFace().turns.map((turn) => ({ ...turn, intermediateSeen: false })) }),
    ],
  ])('cannot tell liveness from %s and says 1313', (_, seen) => {
    const answer = concludeAnswer(makeAttempt({ face: seen }))
    expect(answer.faceChecks?.activeLiveness).toBe(-1)
    expect(answer.reasonCodes).toEqual([1313])
    expect(answer.score).toBe(-1)
  })

  test('cannot tell liveness when the face changes along the turn', () => {
    const swapped = makeFace({ identityContinuity: 0.1 })
    expect(concludeAnswer(makeAttempt({ face: swapped })).faceChecks?.activeLiveness).toBe(-1)
  })

  test('has no face checks when no face is asked for, and may still be 1', () => {
    const answer = concludeAnswer(makeAttempt({ face: 'not-asked' }))
    expect(answer).toMatchObject({ score: 1, faceChecks: null, docFaceMatch: null })
  })

  test('says 1901 and cannot tell when analysis broke down', () => {
    expect(concludeAnswer(makeAttempt({ front: 'failed' }))).toMatchObject({ score: -1, reasonCodes: [1901] })
  })

  test('says so when the declared identity is another with 2401', () => {
    const referenceData = { firstName: 'Ada', lastName: 'Other', birthDate: null }
    expect(concludeAnswer(makeAttempt({ referenceData }))).toMatchObject({
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
    const answer = concludeAnswer(makeAttempt({ referenceData: { firstName, lastName, birthDate } }))
    expect(answer.referenceDataCheck).toBe(1)
  })

  test.each([
    ['Maria Ada', 'Example', 1],
    ['Maria', 'Example', -1],
    ['Ada', 'Example-Smith', -1],
    ['Ada', 'Examples', -1],
    ['Grace', 'Example', 0],
    ['Ada', 'Sample', 0],
  ])('compares %s %s with ADA MARIA EXAMPLE: %i', (firstName, lastName, score) => {
    const answer = concludeAnswer(makeAttempt({ referenceData: { firstName, lastName, birthDate: null } }))
    expect(answer.referenceDataCheck).toBe(score)
  })

  test('knows MÜLLER as MUELLER and as MULLER', () => {
    const front = (lastName: string) => makeFront({ mrz: makeZone({}, { lastName }) })
    const referenceData = { firstName: null, lastName: 'Müller', birthDate: null }
    expect(concludeAnswer(makeAttempt({ referenceData, front: front('MUELLER') })).referenceDataCheck).toBe(1)
    expect(concludeAnswer(makeAttempt({ referenceData, front: front('MULLER') })).referenceDataCheck).toBe(1)
  })

  test('prolongs an adult French card of 2012 to 15 years and not one of 2003', () => {
    const card = (issueDate: string) =>
      makeFront({
        mrz: makeZone({ format: 'FR-2x36' }, { expiryDate: null, issueDate, birthDate: '1975-11-25' }),
      })
    const back = makeFront({ side: 'back', mrz: null, portrait: null })
    const answer = (issueDate: string) =>
      concludeAnswer(makeAttempt({ chosenDocument: 'id-card', front: card(issueDate), back }))
    expect(answer('2012-03-01').documentChecks.expiryDate).toBe(1)
    expect(answer('2003-03-01').documentChecks.expiryDate).toBe(0)
    expect(answer('2011-11-01').documentChecks.expiryDate).toBe(-1)
  })
})
