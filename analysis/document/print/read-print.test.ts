import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Image } from '../../../domain/image.ts'
import { loadEngine } from '../../../test/fakes/analysis-engine.ts'
import { makeZone } from '../../../test/fakes/scene-facts.ts'
import { CAST } from '../../../test/people/cast.ts'
import { drawDocument } from '../../../test/people/documents/draw-document.ts'
import { ID_CARD_SIZE } from '../../../test/people/documents/draw-id-card.ts'
import { type DocumentKind, issueDocument } from '../../../test/people/documents/issue-document.ts'
import { printedText } from '../../../test/people/documents/printed-text.ts'
import { ground, printFields, renderSheet } from '../../../test/people/documents/sheet.ts'
import type { Engine } from '../../engine.ts'
import { resizeImage } from '../../image/resize-image.ts'
import { rotateImage } from '../../image/rotate-image.ts'
import { withText } from '../card/flat-card.ts'
import type { DocumentLayout } from '../layouts/layout.ts'
import { LAYOUTS } from '../layouts/layouts.ts'
import { readPrint } from './read-print.ts'

/** Models are loaded and documents drawn. */
const TIMEOUT_MS = 180_000
const CARD_WIDTH = 1200
const TODAY = '2026-11-26'

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine()
}, TIMEOUT_MS)
afterAll(() => engine?.close())

async function cardOf(kind: DocumentKind, side: 'front' | 'back'): Promise<Image> {
  const drawn = await drawDocument(issueDocument(CAST.theo, kind))
  const image = drawn[side]
  if (!image) throw new Error(`A ${kind} has no ${side}`)
  return asCard(image)
}

function asCard(image: Image): Image {
  return resizeImage(image, {
    width: CARD_WIDTH,
    height: Math.round((CARD_WIDTH * image.height) / image.width),
  })
}

async function read(kind: DocumentKind, side: 'front' | 'back', layouts = LAYOUTS) {
  return readImage(await cardOf(kind, side), { side, layouts })
}

async function readImage(
  image: Image,
  { side, layouts }: { side: 'front' | 'back'; layouts: readonly DocumentLayout[] },
) {
  const card = await withText(engine, image)
  const { print } = await readPrint(engine, { card, side, mrz: null, today: TODAY, layouts })
  const values = Object.entries(print?.fields ?? {}).map(([name, field]) => [name, field.value])
  return { template: print?.template, values: Object.fromEntries(values) }
}

describe('readPrint', () => {
  it(
    'reads a French licence by its numbers, and the row of class B on its back',
    async () => {
      const issued = issueDocument(CAST.theo, 'french-licence')
      const front = await read('french-licence', 'front')
      expect(front.template).toMatchObject({ code: 'D1', country: 'FRA', documentType: 'Driving licence' })
      expect(front.values).toMatchObject({
        lastName: 'DE LA TOUR',
        firstNames: ['THÉO', 'JEAN-LUC'],
        birthDate: '1975-01-09',
        issueDate: issued.issueDate,
        expiryDate: issued.expiryDate,
        documentNumber: issued.number,
      })
      const back = await read('french-licence', 'back')
      expect(back.values).toMatchObject({
        obtainingDate: issued.issueDate,
        carDrivingLicenseExpiryDate: issued.expiryDate,
      })
    },
    TIMEOUT_MS,
  )

  it(
    'reads a French identity card and residence permit by the labels over the values',
    async () => {
      const card = await read('french-id-card', 'front')
      expect(card.template).toMatchObject({ code: 'I4', documentType: 'ID', zoneSide: 'back' })
      expect(card.values).toMatchObject({ lastName: 'DE LA TOUR', birthDate: '1975-01-09', gender: 'M' })
      const permit = await read('residence-permit', 'front')
      expect(permit.template).toMatchObject({ code: 'R1', documentType: 'Residence Permit' })
      expect(permit.values).toMatchObject({ nationality: 'UTO', birthDate: '1975-01-09' })
    },
    TIMEOUT_MS,
  )

  it(
    'is as sure of dates, numbers and states in their places as of those whose labels it reads, and reads no labels of theirs',
    async () => {
      const read: string[] = []
      const counted: Engine = {
        ...engine,
        run: (name, input) => {
          read.push(name)
          return engine.run(name, input)
        },
      }
      const card = await withText(engine, await cardOf('french-id-card', 'front'))
      const { print } = await readPrint(counted, { card, side: 'front', mrz: null, today: TODAY })
      for (const name of ['birthDate', 'expiryDate', 'documentNumber', 'nationality'] as const) {
        expect(print?.fields[name]).toMatchObject({ by: 'place' })
        expect(print?.fields[name]?.confidence).toBeGreaterThan(0.9)
      }
      expect(read.length).toBeLessThan(card.boxes.length)
    },
    TIMEOUT_MS,
  )

  it(
    'turns a card that lies upside down, and knows nothing of an empty sheet',
    async () => {
      const card = await withText(engine, rotateImage(await cardOf('driving-licence', 'front'), 2))
      const { print, isTurned } = await readPrint(engine, { card, side: 'front', mrz: null, today: TODAY })
      expect(isTurned).toBe(true)
      expect(print?.template).toMatchObject({ code: 'DL', country: 'UTO' })
      const blank = { data: new Uint8Array(1200 * 757 * 3).fill(200), width: 1200, height: 757 }
      const nothing = { card: await withText(engine, blank), side: 'front', mrz: null, today: TODAY } as const
      expect((await readPrint(engine, nothing)).print).toBeNull()
    },
    TIMEOUT_MS,
  )

  it(
    'tells whose titles a page carries that its zone calls one of another state',
    async () => {
      const card = await withText(engine, await cardOf('french-passport', 'front'))
      const mrz = makeZone({}, { issuingState: 'BEL' })
      const { print } = await readPrint(engine, { card, side: 'front', mrz, today: TODAY })
      expect(print).toMatchObject({ template: { code: 'TD3' }, titledBy: 'FRA' })
    },
    TIMEOUT_MS,
  )

  it(
    'reads a document of another state once its layout is there as data',
    async () => {
      const utopian: DocumentLayout = {
        id: 9001,
        code: 'U1',
        country: 'UTO',
        documentType: 'ID',
        documentTypeDetailed: 'IDENTITY CARD',
        zone: { format: 'TD1', side: 'back', codes: ['I'] },
        sides: [
          {
            side: 'front',
            words: ['UTOPIA', 'IDENTITY CARD', 'Document No.'],
            labels: 'above',
            fields: [
              { name: 'lastName', kind: 'name', labels: ['Surname / Nom'] },
              { name: 'birthDate', kind: 'date', labels: ['Date of birth / Naissance'] },
              {
                name: 'documentNumber',
                kind: 'number',
                labels: ['Document No.'],
                pattern: '[A-Z]{2}[0-9]{7}',
              },
            ],
          },
        ],
      }
      const issued = issueDocument(CAST.theo, 'id-card')
      const { template, values } = await read('id-card', 'front', [utopian, ...LAYOUTS])
      expect(template).toMatchObject({ code: 'U1', country: 'UTO' })
      expect(values).toEqual({
        lastName: 'DE LA TOUR',
        birthDate: '1975-01-09',
        documentNumber: issued.number,
      })
    },
    TIMEOUT_MS,
  )

  it(
    'reads nationalities and months of another state in the words that its layout has',
    async () => {
      const freedonian: DocumentLayout = {
        id: 9002,
        code: 'F1',
        country: 'FRD',
        documentType: 'ID',
        documentTypeDetailed: 'KARTA OBYWATELA',
        zone: null,
        nationalities: { FREEDONIAN: 'FRD' },
        months: ['UN', 'DU', 'TRI', 'KVAR', 'KVIN', 'SES', 'SEP', 'OKTO', 'LIS', 'DEK', 'ELF', 'DOZ'].map(
          (month) => [month],
        ),
        sides: [
          {
            side: 'front',
            words: ['KARTA OBYWATELA', 'FREEDONIA'],
            labels: 'above',
            fields: [
              { name: 'lastName', kind: 'name', labels: ['Nazwisko'] },
              { name: 'nationality', kind: 'state', labels: ['Obywatelstwo'] },
              { name: 'birthDate', kind: 'date', labels: ['Data urodzenia'] },
              { name: 'expiryDate', kind: 'date', labels: ['Data waznosci'] },
            ],
          },
        ],
      }
      const image = await renderSheet(
        ID_CARD_SIZE,
        ground(ID_CARD_SIZE, { from: '#e6f0ee', to: '#f3efe0' }) +
          printedText({ text: 'FREEDONIA', x: 4.5, baseline: 6.2, size: 4, weight: 'bold' }) +
          printedText({ text: 'KARTA OBYWATELA', x: 40, baseline: 6.2, size: 4, weight: 'bold' }) +
          printFields([
            { label: 'Nazwisko', value: 'FIREFLY', x: 34, y: 14 },
            { label: 'Obywatelstwo', value: 'FREEDONIAN', x: 34, y: 23 },
            { label: 'Data urodzenia', value: '12 SIE 1984', x: 34, y: 32 },
            { label: 'Data waznosci', value: '07 LIS 2031', x: 34, y: 41 },
          ]),
      )
      const layouts = [freedonian, ...LAYOUTS]
      const { template, values } = await readImage(asCard(image), { side: 'front', layouts })
      expect(template).toMatchObject({ code: 'F1', country: 'FRD' })
      expect(values).toEqual({
        lastName: 'FIREFLY',
        nationality: 'FRD',
        birthDate: '1984-08-12',
        expiryDate: '2031-09-07',
      })
    },
    TIMEOUT_MS,
  )
})
