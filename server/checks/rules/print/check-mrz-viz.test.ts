import { expect, test } from 'vitest'
import type { FoundBy, PrintFacts } from '../../../../domain/document/print-facts.ts'
import { makePrint, makeZone } from '../../../../test/fakes/scene-facts.ts'
import { checkMrzViz } from './check-mrz-viz.ts'

/** The print of the zone's holder, each field found as told; those left out are gone. */
function printFound(
  by: Record<string, FoundBy>,
  print = makePrint({}, { documentTypeDetailed: null }),
): PrintFacts {
  const fields = Object.entries(print.fields).flatMap(([name, field]) =>
    by[name] ? [[name, { ...field, by: by[name] }]] : [],
  )
  return { ...print, fields: Object.fromEntries(fields) }
}

const scoreOf = (print: PrintFacts) =>
  checkMrzViz(print, { mrz: makeZone(), product: 'standard' })?.score ?? null

/** A front whose zone is on the back. */
const CARD = { documentTypeDetailed: null, zoneSide: 'back' }
const NEEDED = {
  lastName: 'label',
  firstNames: 'zone',
  birthDate: 'place',
  documentNumber: 'zone',
  expiryDate: 'zone',
} as const

test('checkMrzViz() finds a page valid that has the names, the birth date and the number of its zone, by whatever found them', () => {
  expect(scoreOf(printFound(NEEDED))).toBe(1)
  expect(scoreOf(printFound({ ...NEEDED, lastName: 'zone', birthDate: 'zone' }))).toBe(1)
  const { expiryDate: _, ...others } = NEEDED
  expect(scoreOf(printFound(others, makePrint()))).toBe(1)
})

test('checkMrzViz() proves nothing under a layout of any state while a date of the zone was found nowhere in print', () => {
  const { expiryDate: _, ...others } = NEEDED
  expect(scoreOf(printFound({ ...others, firstNames: 'label' }))).toBeNull()
  const told = {
    lastName: 'label',
    firstNames: 'label',
    documentNumber: 'label',
    expiryDate: 'label',
  } as const
  expect(scoreOf(printFound(told, makePrint({}, CARD)))).toBeNull()
})

test.each(['lastName', 'firstNames', 'birthDate', 'documentNumber'])(
  "checkMrzViz() cannot tell when a page does not show the %s of its zone, under any state's layout and a state's own",
  (name) => {
    const all = { ...NEEDED, firstNames: 'label', expiryDate: 'label' } as const
    const covered = Object.fromEntries(Object.entries(all).filter(([one]) => one !== name)) as typeof all
    expect(scoreOf(printFound(covered))).toBe(-1)
    expect(scoreOf(printFound(covered, makePrint()))).toBe(-1)
    expect(scoreOf(printFound(covered, makePrint({}, { zoneSide: 'back' })))).toBe(-1)
    expect(scoreOf(printFound(all, makePrint()))).toBe(1)
  },
)

/** The score of a page under a layout of any state, all of which its labels told but for some fields. */
const scoreOfPage = (
  values: Record<string, string | string[]>,
  { zone = {}, missing = [] as string[], format = 'TD3', change = {} } = {},
) => {
  const all = { ...NEEDED, documentNumber: 'label', firstNames: 'label', expiryDate: 'label' } as const
  const by = Object.fromEntries(Object.entries(all).filter(([name]) => !missing.includes(name)))
  const print = printFound(by as typeof all, makePrint(values, ANY_STATES))
  const fields = Object.entries(print.fields).map(([name, field]) => [name, { ...field, ...change }])
  const mrz = makeZone({ format: format as 'TD3' }, zone)
  const held = { ...print, fields: Object.fromEntries(fields) }
  return checkMrzViz(held, { mrz, product: 'standard' })?.score ?? null
}

test('checkMrzViz() leaves open which of a last name of two rows under one label was read, on a page and on a card', () => {
  const zone = { lastName: 'EXAMPLE OTHER' }
  expect(scoreOfPage({}, { zone })).toBeNull()
  expect(scoreOfPage({ lastName: 'EXAMPLE OTHER' }, { zone })).toBe(1)
  expect(scoreOfPage({ lastName: 'EXAMPLES' }, { zone })).toBe(-1)
  const mrz = makeZone({ format: 'TD1' }, zone)
  const card = printFound({ ...NEEDED, firstNames: 'label' }, makePrint({}, CARD))
  expect(checkMrzViz(card, { mrz, product: 'standard' })).toBeNull()
})

test('checkMrzViz() leaves a page open whose last name is nearly that of the zone, and asks more of a state of its own layout', () => {
  const soft = { change: { confidence: 0.75, framesAgreeing: 1 } }
  expect(scoreOfPage({ lastName: 'EXAMPLF' }, soft)).toBeNull()
  expect(scoreOfPage({ lastName: 'EXAMPLF' })).toBe(-1)
  expect(scoreOfPage({ lastName: 'EXAMPLE MOLENAAR' })).toBeNull()
  expect(scoreOfPage({ lastName: 'EXAMPLE E/V MOLENAAR' })).toBe(1)
  expect(scoreOfPage({ lastName: 'SOMEBODY' })).toBe(-1)
  expect(scoreOfPage({ lastName: 'SOMEBODY' }, soft)).toBe(-1)
  expect(scoreOf(makePrint({ lastName: 'EXAMPLF' }))).toBe(-1)
})

test('checkMrzViz() takes a Romanian card of ID-2, which prints no birth date, for unproven alone', () => {
  const zone = { issuingState: 'ROU' }
  const scoreOfCard = (missing: string[], values = {}) =>
    scoreOfPage(values, { zone, format: 'TD2', missing })
  expect([scoreOfCard([]), scoreOfCard(['birthDate'])]).toEqual([1, null])
  expect(scoreOfCard([], { birthDate: '1980-01-01' })).toBe(-1)
  expect(scoreOfCard(['birthDate'], { lastName: 'SOMEBODY' })).toBe(-1)
  expect([scoreOfCard(['birthDate', 'lastName']), scoreOfCard(['birthDate', 'documentNumber'])]).toEqual([
    -1, -1,
  ])
  expect(scoreOfPage({}, { format: 'TD2', missing: ['birthDate'] })).toBe(-1)
  expect(scoreOfPage({}, { zone, missing: ['birthDate'] })).toBe(-1)
})

test('checkMrzViz() asks for the first names where the last name is too short to be found without its label', () => {
  const zone = { lastName: 'LI' }
  expect(scoreOfPage({ lastName: 'LI' }, { zone })).toBe(1)
  expect(scoreOfPage({}, { zone, missing: ['lastName'] })).toBeNull()
  expect(scoreOfPage({}, { zone, missing: ['lastName', 'firstNames'] })).toBe(-1)
  expect(scoreOfPage({ lastName: 'SOMEBODY' }, { zone })).toBe(-1)
  expect(scoreOfPage({}, { missing: ['lastName'] })).toBe(-1)
})

test('checkMrzViz() misses nothing on the front of a card of any state, whose zone is elsewhere, and takes two labelled fields', () => {
  const told = { lastName: 'label', birthDate: 'place', expiryDate: 'zone' } as const
  expect(scoreOf(printFound(told, makePrint({}, CARD)))).toBe(1)
})

test('checkMrzViz() takes what was found by the zone on the back for a proof only when all of it was found', () => {
  const all = { lastName: 'zone', firstNames: 'zone', birthDate: 'zone', documentNumber: 'zone' } as const
  const scoreOfCard = (by: Record<string, FoundBy>) => scoreOf(printFound(by, makePrint({}, CARD)))
  expect(scoreOfCard(all)).toBeNull()
  expect(scoreOfCard({ ...all, expiryDate: 'label' })).toBe(1)
  expect(scoreOfCard({ ...all, lastName: 'label', birthDate: 'label' })).toBeNull()
})

test.each([
  ['last name', { lastName: 'SOMEBODY' }],
  ['first name', { firstNames: ['ELSE'] }],
  ['number', { documentNumber: 'X99999999' }],
  ['birth date', { birthDate: '2012-03-02' }],
  ['earlier end', { expiryDate: '2025-08-01' }],
])(
  'checkMrzViz() cannot tell when labels of any layout surely name another %s, on a page or a card',
  (_, value) => {
    const all = { ...NEEDED, documentNumber: 'label', firstNames: 'label', expiryDate: 'label' } as const
    for (const template of [ANY_STATES, CARD]) {
      const print = printFound(all, makePrint(value, template))
      expect(scoreOf(print)).toBe(-1)
    }
  },
)

test('checkMrzViz() takes a date of issue under the label of the end for itself, and an end whose month stands first', () => {
  const all = { ...NEEDED, expiryDate: 'label', issueDate: 'label' } as const
  const ended = (issueDate: string, expiryDate = '2024-01-31') =>
    scoreOf(printFound(all, makePrint({ expiryDate, issueDate }, ANY_STATES)))
  expect([ended('2024-01-31'), ended('2024-02-01')]).toEqual([null, -1])
  const mrz = makeZone({}, { expiryDate: '2034-01-02' })
  const swapped = printFound(all, makePrint({ expiryDate: '2034-02-01' }, ANY_STATES))
  expect(checkMrzViz(swapped, { mrz, product: 'standard' })).toBeNull()
})

test("checkMrzViz() cannot tell when a page has the titles of another state's own layout than the zone names", () => {
  const print = printFound(NEEDED)
  expect(scoreOf({ ...print, titledBy: 'FRA' })).toBe(-1)
  expect(scoreOf({ ...print, titledBy: 'UTO' })).toBe(1)
})

test("checkMrzViz() cannot tell when one sure field of a state's own layout differs, however many are compared", () => {
  const misread = makePrint({ birthDate: '1990-05-14' })
  expect(misread.template.documentTypeDetailed).not.toBeNull()
  expect(scoreOf(printFound({ birthDate: 'label' }, misread))).toBe(-1)
  expect(scoreOf(printFound({ birthDate: 'label', lastName: 'zone' }, misread))).toBe(-1)
  expect(scoreOf(printFound({ birthDate: 'label', lastName: 'label' }, misread))).toBe(-1)
})

const ANOTHER = { lastName: 'SOMEBODY', birthDate: '1980-01-01' }
const BY_LABEL = { lastName: 'label', firstNames: 'label', birthDate: 'label' } as const

const ANY_STATES = { documentTypeDetailed: null }

test('checkMrzViz() cannot tell when labels on a card of any state name two others, and forgives one that was softly read', () => {
  const read = (values: object, change: object = { confidence: 0.85, framesAgreeing: 1 }) => {
    const print = printFound(BY_LABEL, makePrint({ ...values }, CARD))
    const soft = Object.entries(print.fields).map(([name, field]) => [name, { ...field, ...change }])
    return scoreOf({ ...print, fields: Object.fromEntries(soft) })
  }
  expect([read(ANOTHER), read({ lastName: 'SOMEBODY' }), read({ birthDate: '1980-01-01' })]).toEqual([
    -1,
    null,
    null,
  ])
  expect(read({ lastName: 'SOMEBODY' }, {})).toBe(-1)
})

test('checkMrzViz() cannot tell when a date stands anywhere that is nearly the one of the zone, which stands nowhere', () => {
  const { expiryDate: _, ...others } = NEEDED
  const print = printFound(others, makePrint())
  const near = (value: string, confidence = 0.95) => {
    const box = { x: 0, y: 0, width: 9, height: 9 }
    const expiryDate = { value, raw: value, confidence, box, framesAgreeing: 1, by: 'zone' as const }
    return scoreOf({ ...print, nearDates: { expiryDate } })
  }
  expect([near('2034-10-31'), near('2034-10-31', 0.85)]).toEqual([-1, null])
  expect(scoreOf(print)).toBe(1)
})

test("checkMrzViz() refuses no card of a state for what stands elsewhere under another state's layout", () => {
  const print = printFound(BY_LABEL, makePrint(ANOTHER, { country: 'FRA' }))
  expect(scoreOf(print)).toBe(-1)
  const mrz = makeZone({}, { issuingState: 'FRA' })
  expect(checkMrzViz(print, { mrz, product: 'standard' })?.score).toBe(0)
})

test('checkMrzViz() refuses two others that were read beyond doubt or in two frames alone', () => {
  const read = (confidence: number, framesAgreeing: number) => {
    const print = printFound(BY_LABEL, makePrint(ANOTHER))
    const fields = Object.entries(print.fields).map(([name, field]) => [
      name,
      { ...field, confidence, framesAgreeing },
    ])
    return scoreOf({ ...print, fields: Object.fromEntries(fields) })
  }
  expect(read(0.92, 1)).toBe(0)
  expect(read(0.8, 2)).toBe(0)
  expect(read(0.8, 1)).toBe(-1)
})

test('checkMrzViz() cannot tell when nothing on a known front can be compared, and says nothing of backs and of no layout', () => {
  expect(scoreOf(printFound({}))).toBe(-1)
  expect(scoreOf(printFound({}, makePrint({}, { side: 'back' })))).toBeNull()
  expect(checkMrzViz(null, { mrz: makeZone(), product: 'standard' })).toBeNull()
})

test.each([
  ['a last name that goes on', { lastName: 'EXAMPLETON' }],
  ['whole words that the zone has room for', { lastName: 'EXAMPLE DE SOMEBODY' }],
  ['a first name that goes on', { firstNames: ['ADALBERTA', 'MARIA'] }],
  ['other first names after the first', { firstNames: ['ADA', 'ZZZ', 'QQQ'] }],
  ['more first names', { firstNames: ['ADA', 'MARIA', 'QUENTINE'] }],
  ['another gender', { gender: 'M' }],
  ['another nationality', { nationality: 'DEU' }],
])('checkMrzViz() cannot tell when the print has %s', (_, values) => {
  expect(scoreOf(makePrint(values))).toBe(-1)
})

test.each([
  ['fewer first names', { firstNames: ['ADA'] }],
  ['initials of those after the first', { firstNames: ['ADA', 'M.'] }],
  ['a misread letter in one of those', { firstNames: ['ADA', 'MARLA'] }],
  ['first names without their spaces', { firstNames: ['ADAMARIA'] }],
  ['the name of a spouse', { lastName: 'EXAMPLE épouse SOMEBODY' }],
  ['the same gender and nationality', { gender: 'F', nationality: 'UTO' }],
])('checkMrzViz() finds print valid that has %s', (_, values) => {
  expect(scoreOf(makePrint(values))).toBe(1)
})
