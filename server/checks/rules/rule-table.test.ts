import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { COMMENTS } from '../../../domain/comment.ts'
import type { PrintedName } from '../../../domain/document/print-facts.ts'
import { FACE_BANDS } from '../../../domain/face-bands.ts'
import { REASON_CODES } from '../../../domain/reason-code.ts'
import { scoreOfCheck } from '../../../test/fakes/api/score-of-check.ts'
import {
  EMBEDDER,
  GOOD_QUALITY,
  makeBarcode,
  makeDoubts,
  makeFace,
  makeFaceDoubts,
  makeFront,
  makeLicenceLine,
  makeLight,
  makePrint,
  makeSignals,
  makeTurnLight,
  makeZone,
  pickPrinted,
} from '../../../test/fakes/scene-facts.ts'
import type { AttemptFacts } from '../attempt-facts.ts'
import { concludeAnswer } from '../conclude-answer.ts'
import { REVIEWERS_CODES, REVIEWERS_COMMENTS, RULES } from './rule-table.ts'

/** Places in the code that gave a 0 or -1, as file, line and column. */
const reached = vi.hoisted(() => new Set<string>())
vi.mock('./finding.ts', async (original) => {
  const real = await original<typeof import('./finding.ts')>()
  const noting = (give: typeof real.cannotTell) => (reasons: Parameters<typeof give>[0]) => {
    reached.add(/[\w-]+\.ts:\d+:\d+/.exec(new Error().stack?.split('\n')[2] ?? '')?.[0] ?? '')
    return give(reasons)
  }
  return { ...real, cannotTell: noting(real.cannotTell), invalid: noting(real.invalid) }
})

const ALL_WELL: AttemptFacts = {
  chosenDocument: 'id-card',
  front: makeFront({ mrz: makeZone({ format: 'TD2' }) }),
  back: makeFront({ side: 'back', mrz: null, portrait: null }),
  face: makeFace(),
  referenceData: { firstName: null, lastName: null, birthDate: null },
  product: 'standard',
  environment: 'test',
  today: '2026-11-22',
}

const nothing = { mrz: null, card: null, quality: null, portrait: null }
const dark = { ...GOOD_QUALITY, luma: 12 }
const blurred = { ...GOOD_QUALITY, sharpness: 20 }
const best = (change: object) => makeFace({ best: { ...WELL_SEEN, ...change } })
const WELL_SEEN = makeFace().best as NonNullable<ReturnType<typeof makeFace>['best']>
const likeness = (similarity: number) => makeFace({ template: [similarity, Math.sqrt(1 - similarity ** 2)] })
const CHALLENGE = makeFace().challenge as NonNullable<ReturnType<typeof makeFace>['challenge']>
const { accept, reject } = FACE_BANDS[EMBEDDER]
const zone = (change: object, fields: object = {}) =>
  makeFront({ mrz: makeZone({ format: 'TD2', ...change }, fields) })

const beside = (print: ReturnType<typeof makePrint>, fields: object = {}) => ({
  front: { ...zone({}, fields), print },
})

const backOf = (change: object) => makeFront({ side: 'back', mrz: null, portrait: null, ...change })
const backWith = (change: object) => backOf({ barcodes: [makeBarcode(change)] })

const doubted = (change: object) =>
  makeFront({ mrz: makeZone({ checksValid: false }), doubts: makeDoubts(change) })

const shownWith = (doubts: object, change: object = {}) => ({
  front: { ...zone({}), ...change, doubts: makeDoubts(doubts) },
})

const ANOTHER = { lastName: 'SOMEBODY', birthDate: '1980-01-01' }
/** A licence, whose print alone says what it says. */
const licence = (change: Parameters<typeof makePrint>[0], frames = 2, template: object = {}) => {
  const print = makePrint(change, { documentType: 'Driving licence', zoneSide: null, ...template })
  const fields = Object.entries(print.fields).map(([name, field]) => [
    name,
    { ...field, framesAgreeing: frames },
  ])
  return makeFront({ mrz: null, print: { ...print, fields: Object.fromEntries(fields) } })
}

const LICENCE_BACK = backOf({
  print: makePrint({}, { side: 'back', documentType: 'Driving licence', zoneSide: null }),
})
const ANY_STATES = { documentTypeDetailed: null, country: null }
/** What the front of a card prints whose zone is on its back, and that card. */
const CARD_FRONT = { ...ANY_STATES, zoneSide: 'back' }
const CARD_PRINT = makePrint({}, CARD_FRONT)
const cardWithBack = (print = CARD_PRINT) => ({
  front: makeFront({ mrz: null, print }),
  back: makeFront({ side: 'back', portrait: null, mrz: makeZone({ format: 'TD1' }) }),
})
/** Print of which one field is another, and softly read. */
const softly = (print: typeof CARD_PRINT, name: PrintedName, value: string | string[]) => {
  const field = { ...print.fields.expiryDate, value, confidence: 0.85, framesAgreeing: 1 }
  return { ...print, fields: { ...print.fields, [name]: field } } as typeof CARD_PRINT
}
const UNLIKE = softly(CARD_PRINT, 'expiryDate', '2025-08-01')
const BIRTHLESS = pickPrinted(CARD_PRINT, ['lastName', 'documentNumber', 'expiryDate'])
const OF_LINE = { lastName: 'MARTIN', documentNumber: '13AA00002', expiryDate: '2034-01-31' }
const lineWith = (change: Parameters<typeof makeLicenceLine>[0]) => ({
  ...LICENCE_BACK,
  print: null,
  licenceLine: makeLicenceLine(change),
})

/** One example of each rule: what it changes when all else is well. */
const EXAMPLES: Record<string, Partial<AttemptFacts>> = {
  'front-absent': { front: makeFront(nothing) },
  'front-is-a-back': { front: zone({ format: 'TD1' }) },
  'front-dark': { front: makeFront({ mrz: null, quality: dark }) },
  'front-blurry': { front: makeFront({ mrz: null, quality: blurred }) },
  'front-cut': { front: doubted({ extent: 'cut' }) },
  'hand-over-it': shownWith({ hand: { share: 0.2, over: ['portrait'] } }, { portrait: null }),
  'corner-missing': shownWith({ missingCorner: 0.9 }),
  'value-aslant': shownWith(
    { slant: { values: 4, degrees: 2 } },
    { print: makePrint({}, { documentType: 'ID' }) },
  ),
  'still-view': shownWith({ view: { frames: 5, movedPx: 0.01, tiltDegrees: 0, lightShare: 0 } }),
  'front-far': { front: doubted({ cardWidth: 200 }) },
  'front-smeared': { front: doubted({ weakerSharpness: 3 }) },
  'two-documents': {
    back: makeFront({ side: 'back', mrz: makeZone({ format: 'TD2' }, { documentNumber: 'OTHER' }) }),
  },
  'not-accepted': { front: zone({ format: 'MRV-B' }) },
  screen: shownWith({ stripes: 0.6 }),
  'screen-doubtful': shownWith({ stripes: 0.2 }),
  'back-absent': { back: makeFront({ side: 'back', ...nothing }) },
  'back-dark': { back: backOf({ quality: dark }) },
  'back-smeared': { back: backOf({ doubts: makeDoubts({ weakerSharpness: 3 }) }) },
  'back-blurry': { back: makeFront({ side: 'back', mrz: null, portrait: null, quality: blurred }) },
  'zone-digits': { front: zone({ checksValid: false }) },
  'zone-one-frame': { front: zone({ framesAgreeing: 1 }) },
  'zone-disputed': { front: zone({ confidence: 0.45 }) },
  'century-unsure': beside(makePrint({ birthDate: '1921-05-04' }, ANY_STATES), { birthDate: '2021-05-04' }),
  'state-unknown': { front: zone({}, { issuingState: 'ZZZ' }) },
  specimen: { environment: 'live' },
  'crew-certificate': { front: zone({}, { documentCode: 'AC' }) },
  expired: { front: zone({}, { expiryDate: '2026-11-21' }) },
  'expiry-unknown': { front: zone({}, { expiryDate: null }) },
  photocopy: { front: { ...zone({}), colourSpread: 0.5, colourSpots: 1 } },
  pale: { front: { ...zone({}), colourSpread: 9 } },
  'code-forged': { back: backWith({ signature: 'invalid' }) },
  'code-forged-certified': { back: backWith({ signature: 'invalid' }), product: 'certified' },
  'code-of-another': { back: backWith({ fields: { birthDate: '1991-05-04' } }) },
  'face-absent': { face: makeFace({ best: null, template: null, turns: [] }) },
  'face-blurry': { face: best({ quality: { ...GOOD_QUALITY, sharpness: 10 } }) },
  'face-dark': { face: best({ quality: dark }) },
  'face-sideways': { face: best({ pose: { yaw: 24, pitch: 0, roll: 0 } }) },
  'several-faces': { face: makeFace({ facesAtOnce: 2 }) },
  'turned-the-other-way': { face: makeFace({ signals: makeSignals({ wrongWayDegrees: 15 }) }) },
  'turned-too-soon': { face: makeFace({ signals: makeSignals({ movedAtMs: 2100 }) }) },
  'face-covered': { face: makeFace({ doubts: makeFaceDoubts({ eyesToCheeks: 1.5, eyesToMouth: 2 }) }) },
  'face-patterned': { face: makeFace({ doubts: makeFaceDoubts({}, 4) }) },
  'asked-too-often': { face: makeFace({ challengesDrawn: 5 }) },
  'light-left-out': {
    face: makeFace({ challenge: { ...CHALLENGE, light: [], turnLight: [] }, light: null }),
  },
  'not-lit': { face: makeFace({ light: makeLight({ match: 0.7 }) }) },
  'lit-flat': { face: makeFace({ light: makeLight({ patchShares: [1, 0.97, 1.02, 1, 1.03, 1, 0.98] }) }) },
  'not-lit-turning': { face: makeFace({ turnLight: makeTurnLight({ strength: 0.005 }) }) },
  'no-turn': { face: makeFace({ turns: [] }) },
  'another-face-on-the-way': { face: makeFace({ identityContinuity: 0.1 }) },
  'another-person': { face: likeness(0.2) },
  'another-person-certified': { face: likeness(0.2), product: 'certified' },
  'match-between-bands': { face: likeness((accept + reject) / 2) },
  'another-identity': { referenceData: { firstName: 'GRACE', lastName: 'OTHER', birthDate: null } },
  'identity-unread': {
    front: makeFront({ mrz: null }),
    referenceData: { firstName: 'ADA', lastName: 'EXAMPLE', birthDate: null },
  },
  'identity-in-part': { referenceData: { firstName: 'MARIA', lastName: 'EXAMPLE', birthDate: null } },
  'broke-down': { front: 'failed' },
  'broke-down-face': { face: 'failed' },
  'broke-down-liveness': { face: 'failed' },
  'not-followed': { face: makeFace({ challenge: null }) },
  'print-of-another': beside(makePrint(ANOTHER)),
  'print-of-another-certified': { ...beside(makePrint(ANOTHER)), product: 'certified' },
  'print-of-another-under-labels': cardWithBack(softly(UNLIKE, 'firstNames', ['ELSE'])),
  'print-not-whole': beside(pickPrinted(makePrint(), ['lastName', 'documentNumber'])),
  'field-of-another-under-labels': cardWithBack(makePrint({ expiryDate: '2025-08-01' }, CARD_FRONT)),
  'title-of-another-state': beside({ ...makePrint({}, ANY_STATES), titledBy: 'FRA' }),
  'layout-of-another-state': beside({ ...makePrint(), unlikeLayout: ['state'] }),
  'date-altered': cardWithBack({
    ...BIRTHLESS,
    nearDates: pickPrinted(makePrint({ birthDate: '1980-05-04' }), ['birthDate']).fields,
  }),
  'nothing-compared': beside({ ...makePrint(), fields: {} }),
  'front-of-another': cardWithBack(pickPrinted(CARD_PRINT, ['expiryDate'])),
  'print-unlike': beside(softly(makePrint(), 'expiryDate', '2025-08-01')),
  'traits-unlike': beside(makePrint({ gender: 'M' })),
  'print-unsure': { front: licence({}, 1), back: LICENCE_BACK },
  'print-expired': { front: licence({ expiryDate: '2026-11-21' }), back: LICENCE_BACK },
  'print-expiry-unknown': { front: licence({ expiryDate: [] }), back: LICENCE_BACK },
  'licence-line-unread': { front: licence({}, 2, { lineSide: 'back' }), back: LICENCE_BACK },
  'licence-back-unknown': { front: licence({}) },
  'licence-line-digits': { front: licence(OF_LINE), back: lineWith({ checksValid: false }) },
  'licence-line-of-another': { front: licence({ ...OF_LINE, documentNumber: 'OTHER' }), back: lineWith({}) },
}

/** Other ways to what a row says. */
const OTHER_EXAMPLES: [rule: string, Partial<AttemptFacts>][] = [
  ['screen-doubtful', { front: { ...doubted({ stripes: 0.6 }), ...nothing } }],
  ['back-absent', { chosenDocument: 'passport', back: 'not-asked' }],
  ['expiry-unknown', { front: zone({ format: 'FR-2x36' }, { issueDate: '2011-11-01', expiryDate: null }) }],
]

describe('The rule table', () => {
  test.each([ALL_WELL, { ...ALL_WELL, ...cardWithBack() }])('speaks of nothing when all is well', (facts) => {
    expect(concludeAnswer(facts)).toMatchObject({ score: 1, reasonCodes: [], comments: [] })
  })

  test('validates a licence by its print, read alike in two frames', () => {
    const answer = concludeAnswer({ ...ALL_WELL, front: licence({}), back: LICENCE_BACK })
    expect(answer).toMatchObject({ score: 1, identity: { firstName: 'ADA', lastName: 'EXAMPLE' } })
    expect(answer.document).toMatchObject({ documentType: 'Driving licence', documentNumber: 'L898902C3' })
    expect(answer.documentChecks.mrzValidity).toBeNull()
  })

  test('tells the line of a licence that has its digits, and holds it valid', () => {
    const answer = concludeAnswer({ ...ALL_WELL, front: licence(OF_LINE), back: lineWith({}) })
    expect(answer).toMatchObject({
      score: 1,
      documentChecks: { mrzValidity: 1, mrzViz: 1 },
      document: { mrz: makeLicenceLine().line, lastName: 'MARTIN' },
      grounds: {
        sources: {
          mrz: { from: 'zone', confidence: 0.99 },
          documentNumber: { from: 'print', agreeing: ['zone'] },
        },
      },
    })
    const back = lineWith({ checksValid: false })
    const wrong = concludeAnswer({ ...ALL_WELL, front: licence(OF_LINE), back })
    expect(wrong.document.mrz).toBeNull()
  })

  test('finds print and zone alike, and gives names their accents', () => {
    const print = makePrint({ lastName: 'ÉXAMPLE' })
    const answer = concludeAnswer({ ...ALL_WELL, front: { ...zone({}), print } })
    expect(answer).toMatchObject({
      score: 1,
      documentChecks: { mrzViz: 1 },
      document: { lastName: 'ÉXAMPLE' },
    })
  })

  test.each(OTHER_EXAMPLES)('holds otherwise too: %s', (name, change) => {
    const { check = '', score } = RULES.find((one) => one.name === name) ?? {}
    expect(scoreOfCheck(concludeAnswer({ ...ALL_WELL, ...change }), check)).toBe(score)
  })

  test.each(RULES)('holds: $name', ({ name, check, score, reasonCode, comment }) => {
    const answer = concludeAnswer({ ...ALL_WELL, ...EXAMPLES[name] })
    expect(scoreOfCheck(answer, check)).toBe(score)
    expect(answer.score).toBe(score)
    if (reasonCode !== null) expect(answer.reasonCodes).toContain(reasonCode)
    else expect(answer.reasonCodes).toEqual([])
    if (comment !== null) expect(answer.comments).toContain(comment)
  })

  test('has an example for every place that gives a 0 or -1', () => {
    reached.clear()
    const examples = [
      ...RULES.map(({ name }) => EXAMPLES[name]),
      ...OTHER_EXAMPLES.map(([, change]) => change),
    ]
    for (const change of examples) concludeAnswer({ ...ALL_WELL, ...change })
    const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
      .filter((path) => /(?<!\.test|finding)\.ts$/.test(path))
      .map((path) => ({ name: basename(path), text: readFileSync(join(import.meta.dirname, path), 'utf8') }))
    const written = files.map(({ name, text }) => [
      name,
      (text.match(/(?:cannotTell|invalid)\(/g) ?? []).length,
    ])
    const timesReached = (name: string) => [...reached].filter((at) => at.startsWith(`${name}:`)).length
    const found = files.map(({ name }) => [name, timesReached(name)])
    expect(found).toEqual(written)
  })

  test('has every reason code once: given by a rule, or left to reviewers with the reason why', () => {
    const given = RULES.flatMap(({ reasonCode }) => reasonCode ?? [])
    const left = REVIEWERS_CODES.map(({ reasonCode }) => reasonCode)
    expect(left.filter((code) => given.includes(code))).toEqual([])
    expect(new Set([...given, ...left])).toEqual(new Set(Object.values(REASON_CODES)))
  })

  test('has every sentence: written by a rule, or left to reviewers', () => {
    const written = RULES.flatMap(({ comment }) => comment ?? [])
    expect(REVIEWERS_COMMENTS.filter((comment) => written.includes(comment))).toEqual([])
    expect(new Set([...written, ...REVIEWERS_COMMENTS])).toEqual(new Set(Object.values(COMMENTS)))
  })
})
