import { expect, test } from 'vitest'
import { findNames, type ToldNames } from './find-names.ts'

const ZONE = { lastName: 'EXAMPLE', firstNames: ['ADA', 'MARIA'], isLastNameCut: false }
/** Lines in rows of a card, each a height under the one before. */
const rows = (texts: readonly string[]) =>
  texts.map((text, i) => ({ text, box: { x: 0, y: i * 20, width: 100, height: 10 } }))
const namesIn = (texts: readonly string[], told: Partial<ToldNames> = {}, isSoft = false) =>
  findNames(rows(texts), { ...ZONE, ...told }, () => isSoft)

test.each([
  ['in its own line', 'EXAMPLE', ['EXAMPLE']],
  ['after the first names', 'EXAMPLE', ['ADA MARIA EXAMPLE']],
  ['before a comma', 'EXAMPLE', ['EXAMPLE, ADA']],
  ['beside its label', 'EXAMPLE', ['Surname EXAMPLE']],
  ['before the label of something else', 'EXAMPLE', ['EXAMPLE Date of birth']],
  ["before a spouse's", 'EXAMPLE', ['EXAMPLE EP. DUPONT']],
  ["before a spouse's, Dutch", 'EXAMPLE', ['EXAMPLE e/v JANSEN']],
  ['before the one of birth', 'EXAMPLE', ['EXAMPLE GEB. GABLER']],
  ['in two rows', 'GARCIA LOPEZ', ['GARCIA', 'LOPEZ']],
  ['in two rows of several words', 'DE LA CRUZ VILLA', ['ADA', 'DE LA CRUZ', 'VILLA']],
  ['with an apostrophe', 'D ANGELO', ["D'ANGELO"]],
  ['with Đ as DJ', 'DJORDJEVIC', ['ĐORĐEVIĆ']],
  ['with Đ as D', 'DORDEVIC', ['ĐORĐEVIĆ']],
  ['with Ñ as NXX', 'MUNXXOZ', ['MUÑOZ']],
  ['with an Ñ that was read as N', 'MUNXXOZ', ['MUNOZ']],
  ['with Ü as UXX', 'MUXXLLER', ['MÜLLER']],
  ['with Ü that was read as U', 'MUELLER', ['MULLER']],
  ['with a capital ẞ', 'GROSS', ['GROẞ']],
  ['with Ə as E', 'ELIYEV', ['ƏLİYEV']],
  ['with Ə as A', 'ALIYEV', ['ƏLİYEV']],
  ['with Ŋ as N', 'NANG', ['ŊAŊG']],
] as const)('findNames() finds a last name %s', (_, lastName, texts) => {
  expect(namesIn(texts, { lastName })).toContain('lastName')
})

test.each([
  ['another of as many letters', 'MARTIN', ['MARTEL']],
  ['another of four letters', 'KAHN', ['KUHN']],
  ['half of it', 'GARCIA LOPEZ', ['GARCIA', 'PEREZ']],
  ['its beginning', 'EXAMPLE', ['EXAMPLESON']],
  ['its rows too far apart', 'GARCIA LOPEZ', ['GARCIA', 'ADA', 'UTOPIA', 'LOPEZ']],
  ['a place of birth', 'FLORENCE', ['Place of birth FLORENCE']],
  ['a label', 'DATE', ['DATE OF BIRTH']],
] as const)('findNames() takes %s for no last name, however softly it was read', (_, lastName, texts) => {
  expect(namesIn(texts, { lastName }, true)).not.toContain('lastName')
})

test('findNames() forgives a letter in five where it may be misread, in one row or two', () => {
  for (const isSoft of [true, false]) {
    const found = isSoft ? ['lastName'] : []
    expect(namesIn(['EXAMPLF'], {}, isSoft)).toEqual(found)
    expect(namesIn(['GARCLA', 'LOPEZ'], { lastName: 'GARCIA LOPEZ' }, isSoft)).toEqual(found)
  }
})

test('findNames() asks a last name that its zone cut no further than the zone has it', () => {
  const texts = ['BENNELONG WOOLOOMOOLOO WARRANDYTE WARNAMBOOL']
  for (const lastName of ['BENNELONG WOOLOOMOOLOO WARRAND', 'BENNELONG WOOLOOM WARRAND WARNAM']) {
    expect(namesIn(texts, { lastName, isLastNameCut: true })).toEqual(['lastName'])
    expect(namesIn(texts, { lastName })).toEqual([])
  }
  const inRows = ['BENNELONG WOOLOOMOOLOO', 'WARRANDYTE WARNAMBOOL']
  const lastName = 'BENNELONG WOOLOOMOOLOO WARRAND'
  expect(namesIn(inRows, { lastName, isLastNameCut: true })).toEqual(['lastName'])
})

test.each([
  ['among others', ['ADA'], 'ADA EVA'],
  ['whose space is lost', ['ADA', 'MARIA'], 'ADAMARIA'],
  ['with a hyphen', ['MARI', 'LIIS'], 'MARI-LIIS'],
  ['with a hyphen that is lost', ['MARI', 'LIIS'], 'MARILIIS'],
  ['with marks', ['ANAIS'], 'ANAÏS MARIE'],
] as const)('findNames() finds the first of the first names %s', (_, firstNames, text) => {
  expect(namesIn(['EXAMPLE', text], { firstNames })).toEqual(['lastName', 'firstNames'])
})

test.each([
  ['a label that begins with it', ['DAT'], 'DATE OF BIRTH'],
  ['a word that begins with it', ['CAR'], 'CARD'],
  ['a place of birth', ['FLORENCE'], 'Lieu de naissance FLORENCE'],
  ['a name of one letter more', ['ANN'], 'ANNE'],
  ['another of four letters', ['PAUL'], 'SAUL'],
] as const)('findNames() takes %s for no first name, however softly it was read', (_, firstNames, text) => {
  expect(namesIn(['EXAMPLE', text], { firstNames }, true)).toEqual(['lastName'])
})

test('findNames() takes the words of the last name for no first name, in lines joined of it and others either', () => {
  const told = { lastName: 'MARTIN', firstNames: ['MARTIN'], isLastNameCut: false }
  const [row, next] = rows(['MARTIN', 'MARTIN'])
  const joined = { text: 'MARTIN 04.05.1990', box: { ...row.box, width: 200 } }
  const found = (lines: Parameters<typeof findNames>[0]) => findNames(lines, told, () => true)
  expect([found([row, joined]), found([row, next, joined])]).toEqual([
    ['lastName'],
    ['lastName', 'firstNames'],
  ])
  expect(namesIn(['MARTIN MARTIN'], told)).toEqual(['lastName', 'firstNames'])
})

test('findNames() finds first names where a zone has no last name, and nothing where it has none', () => {
  expect(namesIn(['SUKARNO'], { lastName: '', firstNames: ['SUKARNO'] })).toEqual(['firstNames'])
  expect(namesIn(['SUKARNO'], { lastName: '', firstNames: [] })).toEqual([])
})
