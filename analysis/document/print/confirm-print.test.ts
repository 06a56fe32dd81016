import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadEngine } from '../../../test/fakes/analysis-engine.ts'
import { CAST } from '../../../test/people/cast.ts'
import { drawDocument } from '../../../test/people/documents/draw-document.ts'
import { issueDocument } from '../../../test/people/documents/issue-document.ts'
import type { Engine } from '../../engine.ts'
import { resizeImage } from '../../image/resize-image.ts'
import { withText } from '../card/flat-card.ts'
import { confirmPrint } from './confirm-print.ts'
import { readPrint } from './read-print.ts'

/** Models are loaded and documents drawn. */
const TIMEOUT_MS = 180_000
const TODAY = '2026-11-26'

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine()
}, TIMEOUT_MS)
afterAll(() => engine?.close())

/** The front of a residence permit, whose names stand in one line, and what is read of it. */
async function readPermit() {
  const { front } = await drawDocument(issueDocument(CAST.theo, 'residence-permit'))
  const height = Math.round((1200 * front.height) / front.width)
  const card = resizeImage(front, { width: 1200, height })
  const printed = { card: await withText(engine, card), side: 'front', mrz: null, today: TODAY } as const
  const { print } = await readPrint(engine, printed)
  if (print === null) throw new Error('No layout was known')
  return { card, print }
}

it(
  'is surer of every field that another frame has alike, also where the layout does not list it',
  async () => {
    const { card, print } = await readPermit()
    // Backs of licences list no birth date: a zone has told whose it is.
    const birthDate = { ...mustHave(print.fields.birthDate), by: 'zone' as const }
    const template = { ...print.template, id: 4, side: 'back' as const }
    const [listed, unlisted] = await Promise.all(
      [print, { ...print, template, fields: { birthDate } }].map((known) =>
        confirmPrint(engine, known, { card, today: TODAY }),
      ),
    )
    expect(listed.fields.lastName?.framesAgreeing).toBe(2)
    expect(listed.fields.firstNames?.framesAgreeing).toBe(2)
    expect(unlisted.fields.birthDate?.framesAgreeing).toBe(2)
  },
  TIMEOUT_MS,
)

it(
  'is less sure of what another frame has otherwise',
  async () => {
    const { card, print } = await readPermit()
    const lastName = { ...mustHave(print.fields.lastName), value: 'DE LA TOUX', raw: 'DE LA TOUX Théo' }
    const { fields } = await confirmPrint(engine, { ...print, fields: { lastName } }, { card, today: TODAY })
    expect(fields.lastName?.framesAgreeing).toBe(1)
    expect(fields.lastName?.confidence).toBeLessThan(lastName.confidence)
  },
  TIMEOUT_MS,
)

function mustHave<T>(field: T | undefined): T {
  if (field === undefined) throw new Error('A field was not read')
  return field
}
