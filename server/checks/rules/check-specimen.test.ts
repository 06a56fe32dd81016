import { expect, test } from 'vitest'
import type { Environment } from '../../../domain/environment.ts'
import { makeFront, makePrint, makeZone } from '../../../test/fakes/scene-facts.ts'
import { checkSpecimen } from './check-specimen.ts'

const LIVE = { front: makeFront(), back: 'not-asked', environment: 'live' } as const
const FRENCH = { nationality: 'FRA', issuingState: 'FRA' }

const scoreOf = (fields: object, environment: Environment = 'live') =>
  checkSpecimen({ mrz: makeZone({}, { ...FRENCH, ...fields }), print: null }, { ...LIVE, environment })
    ?.score ?? null

/** What is made of a French document that has a line, of a holder of some name. */
const scoreOfLine = (text: string, { confidence = 0.97, fields = {}, print = makePrint() } = {}) =>
  checkSpecimen(
    {
      mrz: makeZone({}, { ...FRENCH, ...fields }),
      print: { ...print, template: { ...print.template, country: 'FRA' } },
    },
    { ...LIVE, front: makeFront({ specimenLines: [{ text, confidence }] }) },
  )?.score ?? null

test('checkSpecimen() leaves documents and people of Utopia to a reviewer in the live environment', () => {
  expect(scoreOf({ issuingState: 'UTO' })).toBe(-1)
  expect(scoreOf({ nationality: 'UTO' })).toBe(-1)
  const print = makePrint({}, { country: 'UTO' })
  expect(checkSpecimen({ mrz: null, print }, LIVE)?.score).toBe(-1)
})

test('checkSpecimen() says nothing of other states, and of Utopia in the test environment', () => {
  expect(scoreOf({})).toBeNull()
  expect(scoreOf({ issuingState: 'UTO' }, 'test')).toBeNull()
  expect(checkSpecimen({ mrz: null, print: null }, LIVE)).toBeNull()
})

test('checkSpecimen() leaves a document of any state to a reviewer on which a line says that it is a specimen', () => {
  expect(scoreOfLine('SPÉCIMEN')).toBe(-1)
  expect(scoreOfLine('SPECIMEN SPECIMEN', { print: makePrint({ lastName: 'SPECIMEN' }) })).toBe(-1)
  expect(scoreOfLine('SPECIMEN', { confidence: 0.8 })).toBeNull()
})

test('checkSpecimen() takes a word that nobody is called for no name, and looks past a name for it', () => {
  const nobody = { lastName: 'SPECIMEN', firstNames: ['VZOR'] }
  expect(scoreOfLine('SPECIMEN', { fields: nobody })).toBe(-1)
  expect(scoreOfLine('Fac-simile', { print: makePrint({ marriedName: 'FAC SIMILE' }) })).toBe(-1)
  const lines = ['MUSTER', 'SPECIMEN'].map((text) => ({ text, confidence: 0.97 }))
  const muster = { mrz: makeZone({}, { ...FRENCH, lastName: 'MUSTER' }), print: null }
  expect(checkSpecimen(muster, { ...LIVE, front: makeFront({ specimenLines: lines }) })?.score).toBe(-1)
  expect(
    checkSpecimen(muster, { ...LIVE, front: makeFront({ specimenLines: lines.slice(0, 1) }) }),
  ).toBeNull()
})

test('checkSpecimen() takes a name or place of the holder for no such word', () => {
  expect(scoreOfLine('MUSTER', { fields: { lastName: 'MUSTER' } })).toBeNull()
  expect(scoreOfLine('Muster', { print: makePrint({ marriedName: 'MUSTER' }) })).toBeNull()
  const licence = { mrz: null, print: makePrint({ lastName: 'MUSTER' }, { country: 'DEU', zoneSide: null }) }
  const front = makeFront({ mrz: null, specimenLines: [{ text: 'MUSTER', confidence: 0.97 }] })
  expect(checkSpecimen(licence, { ...LIVE, front })).toBeNull()
})
