import { afterAll, beforeAll, expect, test } from 'vitest'
import { analyzeScene } from '../../analysis/analyze-scene.ts'
import type { Engine } from '../../analysis/engine.ts'
import type { FaceFacts } from '../../domain/facts.ts'
import type { Image } from '../../domain/image.ts'
import type { AttemptFacts } from '../../server/checks/attempt-facts.ts'
import { concludeAnswer } from '../../server/checks/conclude-answer.ts'
import { loadEngine } from '../fakes/analysis-engine.ts'
import { filmPicture, pixelReader, TODAY } from '../fakes/pixels/pixel-reader.ts'
import { CAST } from '../people/cast.ts'
import { drawDocument } from '../people/documents/draw-document.ts'
import { issueDocument } from '../people/documents/issue-document.ts'
import { filmFace } from '../people/film/film-face.ts'

/** A card and a head are drawn, filmed and read. */
const TIMEOUT_MS = 300_000
/** Degrees of the head in the frames kept of a face scene: straight, then to one side and to the other. */
const YAWS = [0, 0, 10, 20, 26, 12, 0, -12, -20, -26, 0]

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine()
}, TIMEOUT_MS)
afterAll(() => engine?.close())

async function readTurns(frames: readonly Image[]): Promise<FaceFacts> {
  const { facts } = await analyzeScene(engine, {
    scene: 'face',
    frames: frames.map((image, i) => ({ image, timeMs: i * 400 })),
    challenge: { nonce: 'n', turns: ['left', 'right'], minimumYawDegrees: 14 },
    today: TODAY,
  })
  return facts as FaceFacts
}

test(
  'A driving licence without a zone, filmed with its holder, is answered with 1 and its identity as printed',
  async () => {
    const { theo } = CAST
    const issued = issueDocument(theo, 'french-licence')
    const drawn = await drawDocument(issued)
    if (!drawn.back) throw new Error('A licence has a back')
    const read = pixelReader(engine)
    const facts: AttemptFacts = {
      chosenDocument: 'driving-licence',
      front: await read.readSide(await filmPicture(drawn.front)),
      back: await read.readSide(await filmPicture(drawn.back), 'back'),
      face: await readTurns(filmFace(theo.person, YAWS).map(({ image }) => image)),
      referenceData: { firstName: 'Théo', lastName: 'De La Tour', birthDate: null },
      product: 'standard',
      environment: 'test',
      today: TODAY,
    }
    const answer = concludeAnswer(facts)
    expect(answer.grounds?.outcomes.filter(({ score }) => score !== 1)).toEqual([])
    expect(answer).toMatchObject({
      score: 1,
      identity: { firstName: 'THÉO', lastName: 'DE LA TOUR', birthDate: '1975-01-09' },
      document: {
        documentType: 'Driving licence',
        issuingStateCode: 'FRA',
        documentNumber: issued.number,
        obtainingDate: issued.issueDate,
        carDrivingLicenseExpiryDate: issued.expiryDate,
        mrz: expect.stringMatching(new RegExp(`^D1FRA${issued.number}[0-9]340629DELATOUR[0-9]$`)),
      },
      documentChecks: { mrzValidity: 1, mrzViz: 1 },
      grounds: {
        sources: {
          lastName: { from: 'print', agreeing: ['zone', 'declared'] },
          documentNumber: { from: 'print', agreeing: ['zone'] },
          mrz: { from: 'zone' },
        },
      },
    })
  },
  TIMEOUT_MS,
)
