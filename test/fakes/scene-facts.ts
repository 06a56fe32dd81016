import type { BarcodeFacts } from '../../domain/document/barcode-facts.ts'
import type { DoubtFacts } from '../../domain/document/doubt-facts.ts'
import type { LicenceLineFacts } from '../../domain/document/licence-line-facts.ts'
import type { PrintedLine, PrintedName, PrintFacts } from '../../domain/document/print-facts.ts'
import { FACE_BANDS } from '../../domain/face-bands.ts'
import type { FaceDoubts, FacePlainness } from '../../domain/faces/face-doubts.ts'
import { LIGHT_ORDERS, type LightFacts } from '../../domain/faces/light.ts'
import type { StreamSignals, TurnSignals } from '../../domain/faces/stream-signals.ts'
import type { TurnLightFacts, TurnLightPart } from '../../domain/faces/turn-light.ts'
import type { DocumentSideFacts, FaceFacts, MrzFacts } from '../../domain/facts.ts'
import type { AttemptFacts } from '../../server/checks/attempt-facts.ts'

const CORNER = { x: 0, y: 0 }
const TURN = {
  done: true,
  yawDegrees: 24,
  intermediateSeen: true,
  parallaxPercent: 7,
  narrowingExcessDegrees: 1,
}

/** The model whose templates the made-up facts pretend to be of. */
export const EMBEDDER = Object.keys(FACE_BANDS)[0] ?? ''
/** Sharp and well lit. */
export const GOOD_QUALITY = { sharpness: 800, luma: 150, glareShare: 0 }

/** Facts of a passport zone that several frames read alike; every part can be changed. */
export function makeZone(change: Partial<MrzFacts> = {}, fields: Partial<MrzFacts['fields']> = {}): MrzFacts {
  return {
    format: 'TD3',
    lines: ['P<UTOEXAMPLE<<ADA', 'L898902C36UTO'],
    rawLines: ['P<UTOEXAMPLE<<ADA', 'L898902C36UTO'],
    checks: [{ name: 'composite', valid: true }],
    checksValid: true,
    confidence: 0.98,
    framesAgreeing: 3,
    fields: {
      documentCode: 'P',
      issuingState: 'UTO',
      documentNumber: 'L898902C3',
      lastName: 'EXAMPLE',
      firstNames: ['ADA', 'MARIA'],
      birthDate: '1990-05-04',
      gender: 'F',
      expiryDate: '2034-01-31',
      issueDate: null,
      nationality: 'UTO',
      personalNumber: null,
      ...fields,
    },
    ...change,
  }
}

/** Facts of a passport's front, well filmed. */
export function makeFront(change: Partial<DocumentSideFacts> = {}): DocumentSideFacts {
  return {
    kind: 'document',
    side: 'front',
    framesRead: 4,
    card: { quad: [CORNER, CORNER, CORNER, CORNER], frameWidth: 1280, frameHeight: 720, coverage: 0.7 },
    quality: GOOD_QUALITY,
    colourSpread: 16,
    colourSpots: 30,
    mrz: makeZone(),
    portrait: {
      box: { x: 0, y: 0, width: 100, height: 120 },
      confidence: 0.9,
      template: [1, 0],
      templateModel: EMBEDDER,
    },
    lines: [],
    models: [],
    notChecked: ['mrz-viz'],
    ...change,
  }
}

/** Facts of a card that nothing speaks against. */
export function makeDoubts(change: Partial<DoubtFacts> = {}): DoubtFacts {
  return {
    stripes: 0.02,
    weakerSharpness: 150,
    cardWidth: 900,
    extent: 'whole',
    ...change,
  }
}

/** Facts of a code that says what the made-up zone says. */
export function makeBarcode(change: Partial<BarcodeFacts> = {}): BarcodeFacts {
  return {
    symbology: 'DataMatrix',
    kind: '2d-doc',
    box: { x: 900, y: 60, width: 200, height: 200 },
    fields: { documentNumber: 'L898902C3', lastName: 'EXAMPLE', birthDate: '1990-05-04' },
    elements: {},
    text: 'DC04',
    signature: 'not-checked',
    signer: 'FRV0 IDV1',
    ...change,
  }
}

/** A stream of a camera whose first turn was asked for at 2 s; that turn can be changed. */
export function makeSignals(change: Partial<TurnSignals> = {}): StreamSignals {
  const turn = { side: 'left' as const, askedAtMs: 2000, movedAtMs: 2700, wrongWayDegrees: 1 }
  const frames = { framesSeen: 60, framesRepeated: 0, sizeChanges: 0, intervalMs: 33, intervalSpreadMs: 1 }
  return { ...frames, turns: [{ ...turn, ...change }] }
}

/** The printed fields of a passport of the zone's holder under the layout of his state; fields can be changed or left out. */
export function makePrint(values: Record<string, string | string[]> = {}, template: object = {}): PrintFacts {
  const all = {
    lastName: 'EXAMPLE',
    firstNames: ['ADA', 'MARIA'],
    birthDate: '1990-05-04',
    documentNumber: 'L898902C3',
    expiryDate: '2034-01-31',
    ...values,
  }
  const read = { raw: '', confidence: 0.98, box: { x: 0, y: 0, width: 9, height: 9 }, framesAgreeing: 2 }
  return {
    template: {
      id: 101,
      code: 'P1',
      side: 'front',
      country: 'UTO',
      documentType: 'Passport',
      documentTypeDetailed: 'PASSEPORT',
      zoneSide: 'front',
      ...template,
    },
    fields: Object.fromEntries(Object.entries(all).map(([name, value]) => [name, { value, ...read }])),
    signature: null,
    framesRead: 2,
  }
}

/** The same print where only these fields were read. */
export function pickPrinted(print: PrintFacts, names: readonly PrintedName[]): PrintFacts {
  const read = Object.entries(print.fields).filter(([name]) => names.includes(name as PrintedName))
  return { ...print, fields: Object.fromEntries(read) }
}

/** A line of a front that says nothing of its own unless it is told to. */
export function makePrintedLine(change: Partial<PrintedLine> = {}): PrintedLine {
  const box = { x: 0, y: 0, width: 9, height: 9 }
  return { text: 'READ', confidence: 0.9, box, birthDate: null, expiryDate: null, number: null, ...change }
}

/** The line on the back of a licence, with its digits; its fields can be changed. */
export function makeLicenceLine(
  change: Partial<LicenceLineFacts> = {},
  fields: Partial<LicenceLineFacts['fields']> = {},
): LicenceLineFacts {
  return {
    line: 'D1FRA13AA000026340131MARTIN<<0',
    raw: 'D1FRA13AA000026340131MARTIN<<0',
    checks: [],
    checksValid: true,
    confidence: 0.99,
    fields: { documentNumber: '13AA00002', expiryDate: '2034-01-31', lastName: 'MARTIN', ...fields },
    ...change,
  }
}

/** A face that followed the colours of the screen in a living room. */
export function makeLight(change: Partial<LightFacts> = {}): LightFacts {
  return {
    samples: 20,
    match: 0.96,
    otherMatch: 0.85,
    strength: 0.05,
    delayMs: 300,
    patchMatches: [0.9, 0.9, 0.9, 0.95, 0.95, 0.93, 0.9],
    patchShares: [0.8, 0.9, null, 1.1, 1.1, 1, 0.9],
    unevenness: { ratio: 9, degrees: 5 },
    ...change,
  }
}

/** The same face while it turned; what can be changed is of the head held to the left. */
export function makeTurnLight(change: Partial<TurnLightPart> = {}): TurnLightFacts {
  const seen = {
    samples: 16,
    colours: 5,
    match: 0.93,
    strength: 0.045,
    patchStrengths: [],
    unevenness: { ratio: 2.5, degrees: 4 },
  }
  const way: TurnLightPart = { ...seen, side: null, patchMatches: [0.9, 0.9, 0.8, 0.9, 0.9, 0.9, 0.8] }
  const left: TurnLightPart = { ...seen, side: 'left', patchMatches: [0.9, 0.8, null, 0.9, null, 0.9, 0.9] }
  const right: TurnLightPart = { ...seen, side: 'right', patchMatches: [0.9, null, 0.8, null, 0.9, 0.9, 0.9] }
  const parts = [way, { ...left, ...change }, right]
  return { samples: 47, match: 0.93, otherMatch: 0.63, strength: 0.045, delayMs: 300, parts }
}

/** An open face of skin; how plain it is and the pattern on it can be changed. */
export function makeFaceDoubts(change: Partial<FacePlainness> = {}, luma = 1.8): FaceDoubts {
  const plainness = { frames: 6, eyesToCheeks: -1.2, eyesToMouth: -0.2, mouthToCheeks: -1, mouthToEyes: 0.2 }
  return { plainness: { ...plainness, ...change }, pattern: { frames: 12, luma } }
}

/** Facts of the holder's face that followed the colours and made both turns. */
export function makeFace(change: Partial<FaceFacts> = {}): FaceFacts {
  return {
    kind: 'face',
    framesRead: 12,
    framesWithFace: 12,
    facesAtOnce: 1,
    best: {
      box: { x: 0, y: 0, width: 200, height: 240 },
      pose: { yaw: 2, pitch: -3, roll: 0 },
      confidence: 0.95,
      quality: GOOD_QUALITY,
    },
    challenge: {
      nonce: 'n',
      turns: ['left', 'right'],
      minimumYawDegrees: 14,
      light: [...LIGHT_ORDERS[0]],
      turnLight: ['green'],
    },
    light: makeLight(),
    turnLight: makeTurnLight(),
    turns: [
      { side: 'left', ...TURN },
      { side: 'right', ...TURN },
    ],
    identityContinuity: 0.99,
    signals: makeSignals(),
    template: [1, 0],
    templateModel: EMBEDDER,
    models: [],
    notChecked: [],
    ...change,
  }
}

/** An attempt in which a valid passport and its holder's face were filmed, and nothing was declared. */
export function makeAttempt(change: Partial<AttemptFacts> = {}): AttemptFacts {
  return {
    chosenDocument: 'passport',
    front: makeFront(),
    back: 'not-asked',
    face: makeFace(),
    referenceData: { firstName: null, lastName: null, birthDate: null },
    product: 'standard',
    environment: 'test',
    today: '2026-11-22',
    ...change,
  }
}
