import { expect, test } from 'vitest'
import type { PrintedField } from '../../../../domain/document/print-facts.ts'
import {
  makeFront,
  makePrint,
  makePrintedLine,
  makeZone,
  pickPrinted,
} from '../../../../test/fakes/scene-facts.ts'
import { checkFrontOfZone } from './check-front-of-zone.ts'

const back = makeFront({ side: 'back', portrait: null, mrz: makeZone({ format: 'TD1' }) })
const ANOTHER = {
  lastName: 'SOMEBODY',
  firstNames: ['ELSE'],
  birthDate: '1980-01-01',
  documentNumber: 'X99999999',
}
const scoreOf = (print: ReturnType<typeof makePrint> | null) =>
  checkFrontOfZone({ front: makeFront({ mrz: null, print }), back })?.score ?? null

/** The score of a front without a layout that has these lines, a row each, and the birth date and number of the zone. */
function scoreOfLines(
  texts: readonly string[],
  { fields = {}, confidence = 0.9, ...zone }: { fields?: object; confidence?: number; lines?: string[] },
) {
  const lines = texts.map((text, i) =>
    makePrintedLine({ text, confidence, box: { x: 0, y: 20 * i, width: 90, height: 10 } }),
  )
  const dated = [makePrintedLine({ birthDate: '1990-05-04' }), makePrintedLine({ number: 'L898902C3' })]
  const front = makeFront({ mrz: null, print: null, lines: [...lines, ...dated] })
  const mrz = makeZone({ format: 'TD1', ...zone }, fields)
  return checkFrontOfZone({ front, back: makeFront({ side: 'back', mrz }) })?.score ?? null
}

test('checkFrontOfZone() says nothing when names and birth date are those of the zone, with the number or without', () => {
  expect(scoreOf(makePrint())).toBeNull()
  expect(scoreOf(makePrint({ documentNumber: 'X99999999' }))).toBeNull()
  expect(scoreOf(pickPrinted(makePrint(), ['lastName', 'firstNames', 'birthDate']))).toBeNull()
})

test.each(['lastName', 'firstNames', 'birthDate'] as const)(
  'checkFrontOfZone() cannot tell when the %s of the zone is covered on the front, or another, however softly that was read',
  (name) => {
    const others = (['lastName', 'firstNames', 'birthDate', 'documentNumber'] as const).filter(
      (one) => one !== name,
    )
    expect(scoreOf(pickPrinted(makePrint(), others))).toBe(-1)
    const print = makePrint({ [name]: ANOTHER[name] })
    const soft = { ...print.fields[name], confidence: 0.5, framesAgreeing: 1 } as PrintedField
    expect(scoreOf({ ...print, fields: { ...print.fields, [name]: soft } })).toBe(-1)
  },
)

test('checkFrontOfZone() takes names that are nearly those of the zone, a first name in any line, and misses none that is short or cut', () => {
  const misread = makePrint({ lastName: 'EXAMPLF' })
  const lastName = { ...misread.fields.lastName, confidence: 0.8, framesAgreeing: 1 } as PrintedField
  expect(scoreOf({ ...misread, fields: { ...misread.fields, lastName } })).toBeNull()
  const print = pickPrinted(makePrint(), ['lastName', 'birthDate', 'documentNumber'])
  const scoreWith = (text: string, zone = back) =>
    checkFrontOfZone({
      front: makeFront({ mrz: null, print, lines: [makePrintedLine({ text })] }),
      back: zone,
    })?.score ?? null
  expect([scoreWith('EXAMPLE ADA M.'), scoreWith('ELSE')]).toEqual([null, -1])
  const zoneWith = (fields: object, change = {}) =>
    makeFront({ side: 'back', mrz: makeZone({ format: 'TD1', ...change }, fields) })
  expect(scoreWith('ELSE', zoneWith({ firstNames: ['AL'] }))).toBeNull()
  expect(scoreWith('ELSE', zoneWith({ firstNames: [] }))).toBeNull()
  const lines = ['', '', 'EXAMPLE<<ADALBERTAMARIAQUENTIN']
  expect(scoreWith('ELSE', zoneWith({ firstNames: ['ADALBERTAMARIAQUENTIN'] }, { lines }))).toBeNull()
  expect(scoreWith('ADA', zoneWith({ birthDate: null }))).toBeNull()
})

test.each([
  [['ADA EXAMPLE'], {}],
  [['EXAMPLE EP. DUPONT', 'ADA'], {}],
  [['Surname EXAMPLE', 'Given names ADA'], {}],
  [['GARCIA', 'LOPEZ', 'ADA'], { lastName: 'GARCIA LOPEZ' }],
  [['MUÑOZ', 'ADA'], { lastName: 'MUNXXOZ' }],
  [['SUKARNO'], { lastName: '', firstNames: ['SUKARNO'] }],
])('checkFrontOfZone() finds names in lines %j without a layout', (texts, fields) => {
  expect(scoreOfLines(texts, { fields })).toBeNull()
})

test.each([
  ['MARTIN', 'MARTEL'],
  ['SCHMIDT', 'SCHMITZ'],
  ['LEE', 'LIE'],
  ['KIM', 'KIN'],
  ['NGUYEN', 'NGYEN'],
])('checkFrontOfZone() cannot tell when %s is surely printed as %s, under a label or not', (told, said) => {
  const zone = makeFront({ side: 'back', mrz: makeZone({ format: 'TD1' }, { lastName: told }) })
  const lines = [makePrintedLine({ text: said, confidence: 0.8 })]
  const front = makeFront({ mrz: null, print: makePrint({ lastName: said }), lines })
  expect(checkFrontOfZone({ front, back: zone })?.score).toBe(-1)
  expect(scoreOfLines([said, 'ADA'], { fields: { lastName: told } })).toBe(-1)
})

test.each([
  ['ANNA', 'ANNE'],
  ['PAUL', 'SAUL'],
  ['ALEXANDRE', 'ALEXANDRA'],
])('checkFrontOfZone() cannot tell when the first name %s is surely printed as %s', (told, said) => {
  const fields = { firstNames: [told] }
  const zone = makeFront({ side: 'back', mrz: makeZone({ format: 'TD1' }, fields) })
  const front = makeFront({ mrz: null, print: makePrint({ firstNames: [said] }) })
  expect(checkFrontOfZone({ front, back: zone })?.score).toBe(-1)
  expect(scoreOfLines(['EXAMPLE', said], { fields })).toBe(-1)
})

test('checkFrontOfZone() forgives names in lines a letter in five where they were softly read', () => {
  expect([
    scoreOfLines(['EXAMPLF', 'ADA'], { confidence: 0.8 }),
    scoreOfLines(['EXAMPLF', 'ADA'], {}),
  ]).toEqual([null, -1])
})

test('checkFrontOfZone() takes a last name that its zone cut as far as it goes', () => {
  const lines = ['', '', 'BENNELONG<WOOLOOMOOLOO<WARRAND']
  const fields = { lastName: 'BENNELONG WOOLOOMOOLOO WARRAND', firstNames: [] }
  const scoreOfPrinted = (text: string) => scoreOfLines([text], { fields, lines })
  expect(scoreOfPrinted('BENNELONG WOOLOOMOOLOO WARRANDYTE WARNAMBOOL')).toBeNull()
  expect(scoreOfPrinted('BENNELONG WOOLOOMOOLOO')).toBe(-1)
})

test('checkFrontOfZone() takes no label, place of birth or last name for a covered first name', () => {
  const scoreOfCovered = (text: string, first: string) =>
    scoreOfLines(['EXAMPLE', text], { fields: { firstNames: [first] } })
  expect([
    scoreOfCovered('DATE OF BIRTH', 'DAT'),
    scoreOfCovered('Place of birth FLORENCE', 'FLORENCE'),
  ]).toEqual([-1, -1])
  expect(scoreOfLines(['MARTIN'], { fields: { lastName: 'MARTIN', firstNames: ['MARTIN'] } })).toBe(-1)
  const zone = makeFront({ side: 'back', mrz: makeZone({ format: 'TD1' }, { firstNames: ['FLORENCE'] }) })
  const print = pickPrinted(makePrint({ birthPlace: 'FLORENCE' }), [
    'lastName',
    'birthDate',
    'documentNumber',
    'birthPlace',
  ])
  const field = { ...print.fields.birthPlace, raw: 'FLORENCE' } as PrintedField
  const front = makeFront({
    mrz: null,
    print: { ...print, fields: { ...print.fields, birthPlace: field } },
    lines: [makePrintedLine({ text: 'FLORENCE' })],
  })
  expect(checkFrontOfZone({ front, back: zone })?.score).toBe(-1)
  const elsewhere = makePrintedLine({ text: 'FLORENCE', box: { x: 0, y: 50, width: 9, height: 9 } })
  expect(checkFrontOfZone({ front: { ...front, lines: [elsewhere] }, back: zone })).toBeNull()
})

test('checkFrontOfZone() misses no name on a front whose lines were not kept, and still asks it for two things of the zone', () => {
  const scoreOfOld = (name: 'birthDate' | 'expiryDate') => {
    const print = pickPrinted(makePrint(), ['documentNumber', name])
    return checkFrontOfZone({ front: makeFront({ mrz: null, print, lines: undefined }), back })?.score ?? null
  }
  expect([scoreOfOld('birthDate'), scoreOfOld('expiryDate')]).toEqual([null, -1])
})

test('checkFrontOfZone() cannot tell when one date or number alone is that of the zone, which is soon printed', () => {
  expect(scoreOf(makePrint({ ...ANOTHER, documentNumber: 'L898902C3' }))).toBe(-1)
  expect(scoreOf(makePrint({ ...ANOTHER, birthDate: '1990-05-04' }))).toBe(-1)
  expect(scoreOf(pickPrinted(makePrint(), ['birthDate']))).toBe(-1)
  expect(scoreOf(pickPrinted(makePrint(), ['lastName', 'firstNames']))).toBe(-1)
})

test('checkFrontOfZone() cannot tell from a shared last name alone', () => {
  expect(scoreOf(makePrint({ ...ANOTHER, lastName: 'EXAMPLE' }))).toBe(-1)
  expect(scoreOf(pickPrinted(makePrint(), ['lastName']))).toBe(-1)
})

test('checkFrontOfZone() cannot tell when nothing but the end of validity agrees, or nothing was read', () => {
  expect(scoreOf(makePrint(ANOTHER))).toBe(-1)
  expect(scoreOf(null)).toBe(-1)
})

test('checkFrontOfZone() takes a date in any line for the birth date when the zone on the back says so, with or without a layout', () => {
  const scoreBeside = (birthDate: string, print: ReturnType<typeof makePrint> | null) => {
    const lines = [
      makePrintedLine({ birthDate, confidence: 0.4 }),
      makePrintedLine({ text: 'EXAMPLE' }),
      makePrintedLine({ text: 'ADA' }),
    ]
    return checkFrontOfZone({ front: makeFront({ mrz: null, print, lines }), back })?.score ?? null
  }
  for (const print of [null, pickPrinted(makePrint(), ['expiryDate'])]) {
    expect(scoreBeside('1990-05-04', print)).toBeNull()
    expect(scoreBeside('1980-01-01', print)).toBe(-1)
  }
})

test('checkFrontOfZone() takes a date of another century that was found by the zone for the holder, however surely it was read', () => {
  const infant = makeFront({ side: 'back', mrz: makeZone({ format: 'TD1' }, { birthDate: '2021-05-04' }) })
  const scoreBorn = (birthDate: string, confidence: number) => {
    const lines = [
      makePrintedLine({ text: 'EXAMPLE, ADA MARIA' }),
      makePrintedLine({ birthDate, confidence }),
      makePrintedLine({ birthDate: '2021-06-04', confidence: 0.98 }),
    ]
    const score = (print: ReturnType<typeof makePrint> | null) =>
      checkFrontOfZone({ front: makeFront({ mrz: null, print, lines }), back: infant })?.score ?? null
    return [score(null), score(pickPrinted(makePrint(), []))]
  }
  expect(scoreBorn('1921-05-04', 0.98)).toEqual([null, null])
  expect(scoreBorn('1921-05-04', 0.8)).toEqual([null, null])
})

test('checkFrontOfZone() says nothing of fronts with a zone, and of backs without one', () => {
  expect(checkFrontOfZone({ front: makeFront(), back })).toBeNull()
  expect(checkFrontOfZone({ front: makeFront({ mrz: null }), back: makeFront({ mrz: null }) })).toBeNull()
  expect(checkFrontOfZone({ front: makeFront(), back: 'not-asked' })).toBeNull()
})

test('checkFrontOfZone() takes a last name in a line for the one of a label under which another stands, as of two scripts', () => {
  const print = pickPrinted(
    makePrint({ lastName: 'ПРИМЕР' }, { documentTypeDetailed: null, zoneSide: 'back' }),
    ['lastName', 'birthDate'],
  )
  const scoreWith = (text: string) =>
    checkFrontOfZone({
      front: makeFront({
        mrz: null,
        print,
        lines: [makePrintedLine({ text }), makePrintedLine({ text: 'ADA' })],
      }),
      back,
    })?.score
  expect([scoreWith('EXAMPLE'), scoreWith('SOMEBODY')]).toEqual([undefined, -1])
})
