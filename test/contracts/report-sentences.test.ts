import { expect, test } from 'vitest'
import { RULES } from '../../server/checks/rules/rule-table.ts'
import { ENGLISH } from '../../server/reports/catalogs/english.ts'
import { FRENCH } from '../../server/reports/catalogs/french.ts'
import type { CheckName } from '../../server/reports/catalogs/report-catalog.ts'

/** Which check of a report a row of the rule table speaks of. */
const CHECKS: Record<string, CheckName> = {
  'quality-score': 'documentQuality',
  'mrz-validity-score': 'mrzValidity',
  'data-extracted-score': 'dataExtracted',
  'expiry-date-score': 'expiryDate',
  'mrz-viz-score': 'mrzViz',
  'visual-front-score': 'visualFront',
  'visual-back-score': 'visualBack',
  supported: 'supported',
  'face-checks quality-score': 'faceQuality',
  'active-liveness-score': 'activeLiveness',
  'doc-face-matches score': 'docFaceMatch',
  'reference-data-checks score': 'referenceDataCheck',
}

/** What the sentence of a check says of a row, in English and in French. */
const SAID: Record<string, [RegExp, RegExp]> = {
  'front-absent': [/side .* is missing/, /face .* manque/],
  'front-is-a-back': [/side .* is missing/, /face .* manque/],
  'front-dark': [/clearly/, /clairement/],
  'front-blurry': [/clearly/, /clairement/],
  'front-cut': [/whole/, /en entier/],
  'front-far': [/clearly/, /clairement/],
  'front-smeared': [/clearly/, /clairement/],
  'hand-over-it': [/whole/, /en entier/],
  'still-view': [/in movement/, /en mouvement/],
  'two-documents': [/another document/, /un autre document/],
  'back-absent': [/side .* is missing/, /face .* manque/],
  'back-dark': [/clearly/, /clairement/],
  'back-blurry': [/clearly/, /clairement/],
  'back-smeared': [/clearly/, /clairement/],
  'broke-down': [/recognised or analysed/, /reconnue ou analysée/],
  'broke-down-face': [/could not be analysed/, /pas pu être analysée/],
  'broke-down-liveness': [/could not be analysed/, /pas pu être analysée/],
  screen: [/on a screen/, /sur un écran/],
  'screen-doubtful': [/colours/, /couleurs/],
  photocopy: [/is a copy/, /est une copie/],
  pale: [/colours/, /couleurs/],
  'corner-missing': [/a corner/, /un coin/],
  'value-aslant': [/a line of its print/, /une ligne imprimée/],
  'code-of-another': [/a code on it names somebody else/, /un code qui désigne quelqu’un d’autre/],
  'code-forged': [/false signature/, /signature est fausse/],
  'code-forged-certified': [/false signature/, /signature est fausse/],
  'zone-digits': [/does not agree/, /ne concorde pas/],
  'licence-line-digits': [/does not agree/, /ne concorde pas/],
  'print-of-another-under-labels': [/differ in part/, /diffèrent en partie/],
  'nothing-compared': [/could not be compared/, /n’ont pas pu lui être comparés/],
  'print-unlike': [/differ in part/, /diffèrent en partie/],
  'field-of-another-under-labels': [/differ in part/, /diffèrent en partie/],
  'date-altered': [/differ in part/, /diffèrent en partie/],
  'title-of-another-state': [/differ in part/, /diffèrent en partie/],
  'layout-of-another-state': [/differ in part/, /diffèrent en partie/],
  'print-not-whole': [/could not be compared/, /n’ont pas pu lui être comparés/],
  'traits-unlike': [/differ in part/, /diffèrent en partie/],
  'licence-line-of-another': [/differ in part/, /diffèrent en partie/],
  'no-turn': [/turns .* not made/, /mouvements .* pas été faits/],
  'turned-the-other-way': [/as a living head makes them/, /comme une tête vivante/],
  'turned-too-soon': [/as a living head makes them/, /comme une tête vivante/],
  'another-face-on-the-way': [/one face throughout/, /resté le même/],
  'face-patterned': [/pattern of a screen/, /trame d’un écran/],
  'asked-too-often': [/too many attempts/, /trop de tentatives/],
  'not-lit': [/follow the colours of the screen/, /suivi les couleurs de l’écran/],
  'lit-flat': [/follow the colours of the screen/, /suivi les couleurs de l’écran/],
  'not-followed': [/Nothing proves/, /Rien ne prouve/],
  'light-left-out': [/Nothing proves/, /Rien ne prouve/],
  'face-covered': [/uncovered/, /découvert/],
  'several-faces': [/alone/, /seul/],
  'face-sideways': [/from the front/, /de face/],
  'identity-in-part': [/in part only/, /qu’en partie/],
  'not-accepted': [/not accepted/, /n’est pas accepté/],
  'crew-certificate': [/could not be told whether the document is/, /si le document est/],
  specimen: [/could not be told whether the document is/, /si le document est/],
  'zone-one-frame': [/with certainty/, /avec certitude/],
  'zone-disputed': [/with certainty/, /avec certitude/],
  'century-unsure': [/with certainty/, /avec certitude/],
  'print-unsure': [/with certainty/, /avec certitude/],
  'state-unknown': [/a state that is known/, /un État connu/],
  expired: [/had expired/, /était expiré/],
  'expiry-unknown': [/could not be told/, /pas été possible de dire/],
  'print-expired': [/had expired/, /était expiré/],
  'print-expiry-unknown': [/could not be told/, /pas été possible de dire/],
  'print-of-another': [/fields differ from/, /diffèrent de la zone/],
  'print-of-another-certified': [/fields differ from/, /diffèrent de la zone/],
  'front-of-another': [/could not be compared/, /n’ont pas pu lui être comparés/],
  'licence-line-unread': [/No zone was read/, /Aucune zone/],
  'licence-back-unknown': [/could not be recognised/, /pas pu être reconnue/],
  'face-absent': [/No face was shown/, /Aucun visage/],
  'face-blurry': [/clearly enough/, /assez clairement/],
  'face-dark': [/clearly enough/, /assez clairement/],
  'not-lit-turning': [/follow the colours of the screen/, /suivi les couleurs de l’écran/],
  'another-person': [/is not the face/, /n’est pas celui du document/],
  'another-person-certified': [/is not the face/, /n’est pas celui du document/],
  'match-between-bands': [/compared surely/, /comparé avec certitude/],
  'another-identity': [/differs from the one declared/, /diffère de celle/],
  'identity-unread': [/not read surely enough/, /pas été lue assez sûrement/],
}

test.each(RULES)('A report says what became of: $name', ({ name, check, score }) => {
  const key = score === 0 ? 'invalid' : 'unknown'
  const [english, french] = SAID[name]
  expect(ENGLISH.checks[CHECKS[check]][key]).toMatch(english)
  expect(FRENCH.checks[CHECKS[check]][key]).toMatch(french)
})

test('A valid liveness speaks of the colours as well as of the turns', () => {
  expect(ENGLISH.checks.activeLiveness.valid).toMatch(/turns.*colours/)
  expect(FRENCH.checks.activeLiveness.valid).toMatch(/mouvements.*couleurs/)
})

test('Poor light is told as what it is, too little or too much', () => {
  expect(ENGLISH.reasons[1320]).toMatch(/too little or too much/)
  expect(FRENCH.reasons[1320]).toMatch(/trop faible ou trop fort/)
})

test('No row is spoken of that the rule table does not have', () => {
  const names = RULES.map(({ name }) => name)
  expect(Object.keys(SAID).filter((name) => !names.includes(name))).toEqual([])
})
