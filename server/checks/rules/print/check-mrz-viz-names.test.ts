import { expect, test } from 'vitest'
import type { NearValueName, PrintedName, PrintFacts } from '../../../../domain/document/print-facts.ts'
import { makePrint, makeZone, pickPrinted } from '../../../../test/fakes/scene-facts.ts'
import { checkMrzViz } from './check-mrz-viz.ts'

const scoreOf = (print: PrintFacts, mrz = makeZone()) =>
  checkMrzViz(print, { mrz, product: 'standard' })?.score ?? null

const ALL = [
  'lastName',
  'firstNames',
  'birthDate',
  'documentNumber',
  'expiryDate',
] as const satisfies PrintedName[]

/** A page under a layout of any state that says one field nearly as the zone does, and nowhere as it does. */
function pageNearly(name: NearValueName, value: string, confidence = 0.8): PrintFacts {
  const others = ALL.filter((one) => one !== name)
  const print = pickPrinted(makePrint({}, { documentTypeDetailed: null }), others)
  const box = { x: 0, y: 0, width: 9, height: 9 }
  return {
    ...print,
    nearValues: { [name]: { value, raw: value, confidence, box, framesAgreeing: 1, by: 'zone' } },
  }
}

test('checkMrzViz() leaves a page open whose first names or number stand there but for a misreading', () => {
  expect(scoreOf(pageNearly('firstNames', 'ADA MARLA'))).toBeNull()
  expect(scoreOf(pageNearly('documentNumber', 'L89B902C3'))).toBeNull()
})

test('checkMrzViz() cannot tell when first names that are nearly those of the zone were surely read, but takes more than it has', () => {
  const mrz = makeZone({}, { firstNames: ['MARIA'] })
  const scores = ['MARIE', 'MARIA EVA'].map((text) => scoreOf(pageNearly('firstNames', text, 0.95), mrz))
  expect(scores).toEqual([-1, null])
  expect(scoreOf(pageNearly('firstNames', 'MARIE', 0.8), mrz)).toBeNull()
})

test.each<{ told: object; said: Record<string, string | string[]>; softly: number | null }>([
  { told: { lastName: 'MARTIN' }, said: { lastName: 'MARTEL' }, softly: -1 },
  { told: { lastName: 'SCHMIDT' }, said: { lastName: 'SCHMITZ' }, softly: -1 },
  { told: { lastName: 'LEE' }, said: { lastName: 'LIE' }, softly: -1 },
  { told: { lastName: 'EXAMPLE' }, said: { lastName: 'EXAMPLF' }, softly: null },
  { told: { firstNames: ['ANNA'] }, said: { firstNames: ['ANNE'] }, softly: -1 },
  { told: { firstNames: ['PAUL'] }, said: { firstNames: ['SAUL'] }, softly: -1 },
  { told: { firstNames: ['MARIA'] }, said: { firstNames: ['MARIE'] }, softly: null },
])('checkMrzViz() takes $told surely read as $said for another on a page of any state', (names) => {
  const { told, said, softly } = names
  const mrz = makeZone({}, told)
  const print = makePrint(said, { documentTypeDetailed: null })
  const fields = Object.entries(print.fields).map(([name, field]) => [
    name,
    name in said ? { ...field, confidence: 0.8, framesAgreeing: 1 } : field,
  ])
  expect(scoreOf(print, mrz)).toBe(-1)
  expect(scoreOf({ ...print, fields: Object.fromEntries(fields) }, mrz)).toBe(softly)
})

test("checkMrzViz() refuses nobody for short names of a state's own layout that one letter makes others of, but cannot tell", () => {
  const mrz = makeZone({}, { lastName: 'KIM', firstNames: ['ANNA'] })
  expect(scoreOf(makePrint({ lastName: 'KIN', firstNames: ['ANNE'] }), mrz)).toBe(-1)
  expect(scoreOf(makePrint({ lastName: 'SON', firstNames: ['EVE'] }), mrz)).toBe(0)
})

test('checkMrzViz() asks no first names of a zone that has none, whatever its last name', () => {
  const print = pickPrinted(makePrint({}, { documentTypeDetailed: null }), [
    'birthDate',
    'documentNumber',
    'expiryDate',
  ])
  expect(scoreOf(print, makeZone({}, { lastName: 'LI', firstNames: [] }))).toBeNull()
  expect(scoreOf(print, makeZone({}, { lastName: 'LI', firstNames: ['AL'] }))).toBe(-1)
})

test('checkMrzViz() cannot tell when a number that is nearly the one of the zone was surely read', () => {
  expect(scoreOf(pageNearly('documentNumber', 'L898902C4', 0.95))).toBe(-1)
})

test('checkMrzViz() misses no first names that a zone cut, has none of or has too short to be known without their label', () => {
  const print = pickPrinted(
    makePrint({}, { documentTypeDetailed: null }),
    ALL.filter((name) => name !== 'firstNames'),
  )
  const cut = ['P<UTOEXAMPLE<<ADALBERTAMARIAQUENTINERAFAELA', 'L898902C36UTO']
  expect(
    scoreOf(print, makeZone({ lines: cut }, { firstNames: ['ADALBERTAMARIAQUENTINERAFAELA'] })),
  ).toBeNull()
  expect(scoreOf(print, makeZone({}, { firstNames: ['AL'] }))).toBeNull()
  expect(scoreOf(print, makeZone({}, { firstNames: [] }))).toBe(1)
  expect(scoreOf(print)).toBe(-1)
})

test('checkMrzViz() cannot tell when first names were softly read as others, on a page of any state and of its own', () => {
  for (const template of [{ documentTypeDetailed: null }, {}]) {
    const print = makePrint({ firstNames: ['ELSE'] }, template)
    const fields = Object.entries(print.fields).map(([name, field]) => [
      name,
      { ...field, confidence: 0.75, framesAgreeing: 1 },
    ])
    expect(scoreOf({ ...print, fields: Object.fromEntries(fields) })).toBe(-1)
  }
})

test.each(['LE NÉE', 'VAN DER NEE', 'LA VEUVE MARTIN'])(
  'checkMrzViz() takes %s for itself, whose words stand before second names elsewhere',
  (lastName) => {
    const told = lastName.replace('É', 'E')
    const mrz = makeZone(
      { lines: [`P<UTO${told}<<ADA<<`.padEnd(44, '<'), 'L898902C36UTO'] },
      { lastName: told },
    )
    expect(checkMrzViz(makePrint({ lastName }), { mrz, product: 'standard' })?.score).toBe(1)
  },
)

test('checkMrzViz() takes a beginning of names where the field of the zone is full', () => {
  const scoreOfFull = (names: string, fields: object, values: object) => {
    const lines = [`P<UTO${names}`, 'L898902C36UTO']
    const mrz = makeZone({ lines }, fields)
    return checkMrzViz(makePrint({ ...values }), { mrz, product: 'standard' })?.score ?? null
  }
  // The names of ICAO 9303-4 §4.2.3, by its first two ways to cut them.
  const printed = {
    lastName: 'BENNELONG WOOLOOMOOLOO WARRANDYTE WARNAMBOOL',
    firstNames: ['DINGO', 'POTOROO'],
  }
  expect(
    scoreOfFull(
      'BENNELONG<WOOLOOMOOLOO<WARRANDYTE<W<<DI',
      { lastName: 'BENNELONG WOOLOOMOOLOO WARRANDYTE W', firstNames: ['DI'] },
      printed,
    ),
  ).toBe(1)
  expect(
    scoreOfFull(
      'BENNELONG<WOOLOOM<WARRAND<WARNAM<<DINGO',
      { lastName: 'BENNELONG WOOLOOM WARRAND WARNAM', firstNames: ['DINGO'] },
      printed,
    ),
  ).toBe(1)
  const roomy = { lastName: 'BENNELONG WOOLOOMOOLOO', firstNames: ['DINGO'] }
  expect(scoreOfFull('BENNELONG<WOOLOOMOOLOO<<DINGO<<<<<<<<<<', roomy, printed)).toBe(-1)
})

test('checkMrzViz() holds no other gender or further names against print or a zone that were softly read', () => {
  const print = makePrint({ firstNames: ['ADA', 'ZZZ'], gender: 'M' })
  const soft = Object.entries(print.fields).map(([name, field]) => [
    name,
    { ...field, confidence: 0.8, framesAgreeing: 1 },
  ])
  expect(scoreOf({ ...print, fields: Object.fromEntries(soft) })).toBe(1)
  const mrz = makeZone({ undecided: ['names'] })
  expect(checkMrzViz(print, { mrz, product: 'standard' })?.score).toBe(1)
})
