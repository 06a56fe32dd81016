import { expect, test } from 'vitest'
import { parseValue } from './parse-value.ts'

const BIRTH = { name: 'birthDate', kind: 'date', labels: [] } as const
const monthIn = (word: string) => {
  const date = parseValue(BIRTH, `04 ${word} 1980`, { today: '2026-11-26' })
  return typeof date === 'string' ? Number(date.slice(5, 7)) : null
}

/** The months in full, from January on, in the languages whose beginnings of months are known. */
const KNOWN = {
  english: 'JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER',
  french: 'JANVIER FÉVRIER MARS AVRIL MAI JUIN JUILLET AOÛT SEPTEMBRE OCTOBRE NOVEMBRE DÉCEMBRE',
  spanish: 'ENERO FEBRERO MARZO ABRIL MAYO JUNIO JULIO AGOSTO SEPTIEMBRE OCTUBRE NOVIEMBRE DICIEMBRE',
  german: 'JANUAR FEBRUAR MÄRZ APRIL MAI JUNI JULI AUGUST SEPTEMBER OKTOBER NOVEMBER DEZEMBER',
  dutch: 'JANUARI FEBRUARI MAART APRIL MEI JUNI JULI AUGUSTUS SEPTEMBER OKTOBER NOVEMBER DECEMBER',
  italian: 'GENNAIO FEBBRAIO MARZO APRILE MAGGIO GIUGNO LUGLIO AGOSTO SETTEMBRE OTTOBRE NOVEMBRE DICEMBRE',
  portuguese: 'JANEIRO FEVEREIRO MARÇO ABRIL MAIO JUNHO JULHO AGOSTO SETEMBRO OUTUBRO NOVEMBRO DEZEMBRO',
  romanian:
    'IANUARIE FEBRUARIE MARTIE APRILIE MAI IUNIE IULIE AUGUST SEPTEMBRIE OCTOMBRIE NOIEMBRIE DECEMBRIE',
  danish: 'JANUAR FEBRUAR MARTS APRIL MAJ JUNI JULI AUGUST SEPTEMBER OKTOBER NOVEMBER DECEMBER',
  norwegian: 'JANUAR FEBRUAR MARS APRIL MAI JUNI JULI AUGUST SEPTEMBER OKTOBER NOVEMBER DESEMBER',
  swedish: 'JANUARI FEBRUARI MARS APRIL MAJ JUNI JULI AUGUSTI SEPTEMBER OKTOBER NOVEMBER DECEMBER',
  estonian: 'JAANUAR VEEBRUAR MÄRTS APRILL MAI JUUNI JUULI AUGUST SEPTEMBER OKTOOBER NOVEMBER DETSEMBER',
}

/** The same of languages of which short forms are known, also as they stand after a day. */
const SHORT_ALONE = {
  polish: 'STYCZEŃ LUTY MARZEC KWIECIEŃ MAJ CZERWIEC LIPIEC SIERPIEŃ WRZESIEŃ PAŹDZIERNIK LISTOPAD GRUDZIEŃ',
  polishOfDays:
    'STYCZNIA LUTEGO MARCA KWIETNIA MAJA CZERWCA LIPCA SIERPNIA WRZEŚNIA PAŹDZIERNIKA LISTOPADA GRUDNIA',
  czech: 'LEDEN ÚNOR BŘEZEN DUBEN KVĚTEN ČERVEN ČERVENEC SRPEN ZÁŘÍ ŘÍJEN LISTOPAD PROSINEC',
  czechOfDays: 'LEDNA ÚNORA BŘEZNA DUBNA KVĚTNA ČERVNA ČERVENCE SRPNA ZÁŘÍ ŘÍJNA LISTOPADU PROSINCE',
  croatian: 'SIJEČANJ VELJAČA OŽUJAK TRAVANJ SVIBANJ LIPANJ SRPANJ KOLOVOZ RUJAN LISTOPAD STUDENI PROSINAC',
  croatianOfDays:
    'SIJEČNJA VELJAČE OŽUJKA TRAVNJA SVIBNJA LIPNJA SRPNJA KOLOVOZA RUJNA LISTOPADA STUDENOGA PROSINCA',
  finnish:
    'TAMMIKUU HELMIKUU MAALISKUU HUHTIKUU TOUKOKUU KESÄKUU HEINÄKUU ELOKUU SYYSKUU LOKAKUU MARRASKUU JOULUKUU',
  finnishOfDays:
    'TAMMIKUUTA HELMIKUUTA MAALISKUUTA HUHTIKUUTA TOUKOKUUTA KESÄKUUTA HEINÄKUUTA ELOKUUTA SYYSKUUTA LOKAKUUTA MARRASKUUTA JOULUKUUTA',
  lithuanian:
    'SAUSIS VASARIS KOVAS BALANDIS GEGUŽĖ BIRŽELIS LIEPA RUGPJŪTIS RUGSĖJIS SPALIS LAPKRITIS GRUODIS',
  hungarian:
    'JANUÁR FEBRUÁR MÁRCIUS ÁPRILIS MÁJUS JÚNIUS JÚLIUS AUGUSZTUS SZEPTEMBER OKTÓBER NOVEMBER DECEMBER',
  slovene: 'JANUAR FEBRUAR MAREC APRIL MAJ JUNIJ JULIJ AVGUST SEPTEMBER OKTOBER NOVEMBER DECEMBER',
  maltese: 'JANNAR FRAR MARZU APRIL MEJJU ĠUNJU LULJU AWWISSU SETTEMBRU OTTUBRU NOVEMBRU DIĊEMBRU',
}
const monthsOf = (words: string) => words.split(' ').map((word, i) => ({ word, month: i + 1 }))

test.each(Object.entries(KNOWN))(
  'parseValue() knows every month in full in a language whose beginnings it has: %s',
  (_, words) => {
    for (const { word, month } of monthsOf(words)) expect([word, monthIn(word)]).toEqual([word, month])
  },
)

test.each(Object.entries(SHORT_ALONE))(
  'parseValue() takes no month in full for another where it has short forms alone: %s',
  (_, words) => {
    for (const { word, month } of monthsOf(words))
      expect([
        [word, month],
        [word, null],
      ]).toContainEqual([word, monthIn(word)])
  },
)

test('parseValue() tells November in Finnish from March, by its beginning, and no month from the end of a word', () => {
  expect(['MARRAS', 'MARRASKUU', 'MARRASKUUTA', 'MAALISKUU'].map(monthIn)).toEqual([11, 11, 11, 3])
  expect(monthIn('SEPTIEMBRE')).toBe(9)
  expect(monthIn('XXXXXXXBRE')).toBeNull()
})
