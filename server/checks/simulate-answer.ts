import type { Answer, DocumentChecks, FaceChecks } from '../../domain/answer.ts'
import type { Identity } from '../../domain/identity.ts'
import type { ReasonCode } from '../../domain/reason-code.ts'
import type { Score } from '../../domain/score.ts'
import type { SimulatedAnswer } from '../../domain/simulation.ts'
import { readDocument } from './read-document.ts'

/** What an answer is simulated for. */
export interface SimulationSubject {
  /** What the client declared; nulls where it declared nothing. */
  declared: Identity
  faceRequired: boolean
}

/** A score that a reason code takes away. */
type Affected = keyof DocumentChecks | `face.${keyof FaceChecks}` | 'match' | 'reference'

/** Which checks a reason code is about; the others are the document as a whole. */
const AFFECTED: Readonly<Partial<Record<ReasonCode, readonly Affected[]>>> = {
  1201: ['quality', 'face.quality'],
  1301: ['quality'],
  1302: ['quality', 'dataExtracted'],
  1303: ['quality', 'dataExtracted'],
  1304: ['quality'],
  1305: ['quality'],
  1310: ['face.quality'],
  1311: ['face.quality'],
  1312: ['face.quality'],
  1313: ['face.activeLiveness'],
  1320: ['quality', 'face.quality'],
  1901: ['quality', 'dataExtracted', 'face.quality'],
  1911: ['quality', 'dataExtracted', 'face.quality'],
  2101: ['expiryDate'],
  2102: ['supported'],
  2103: ['quality'],
  2304: ['match'],
  2401: ['reference'],
  2402: ['face.activeLiveness'],
  2403: ['face.activeLiveness'],
}

/** Makes an answer as a client wants it, with scores of the checks that agree with its score and reasons. Pure. */
export function simulateAnswer(wanted: SimulatedAnswer, subject: SimulationSubject): Answer {
  const identity = wanted.identity ?? (wanted.score === 1 ? subject.declared : NOBODY)
  const isDeclared = Object.values(subject.declared).some((value) => value !== null)
  const told = scoresOf(wanted, { ...subject, isDeclared })
  return {
    score: wanted.score,
    identity: { firstName: identity.firstName, lastName: identity.lastName, birthDate: identity.birthDate },
    document: {
      ...readDocument(null),
      firstName: identity.firstName,
      lastName: identity.lastName,
      birthDate: identity.birthDate,
      ...wanted.document,
    },
    ...told,
    reasonCodes: wanted.reasonCodes,
    comments: wanted.comments,
    notChecked: [],
    grounds: null,
  }
}

const NOBODY: Identity = { firstName: null, lastName: null, birthDate: null }

type ToldScores = Pick<Answer, 'documentChecks' | 'faceChecks' | 'docFaceMatch' | 'referenceDataCheck'>

function scoresOf(
  { score, reasonCodes }: SimulatedAnswer,
  { faceRequired, isDeclared }: SimulationSubject & { isDeclared: boolean },
): ToldScores {
  const affected = new Set(reasonCodes.flatMap((code) => AFFECTED[code] ?? []))
  const of = (check: Affected): Score => (affected.has(check) ? score : 1)
  const faceChecks = faceRequired ? faceChecksOf(of, score) : null
  const docFaceMatch = faceRequired ? of('match') : null
  const referenceDataCheck = isDeclared ? of('reference') : null
  const documentChecks = documentChecksOf(of, score)
  const isTold = [documentChecks.score, faceChecks?.score, docFaceMatch, referenceDataCheck].includes(score)
  return {
    documentChecks: isTold ? documentChecks : { ...documentChecks, score },
    faceChecks,
    docFaceMatch,
    referenceDataCheck,
  }
}

function documentChecksOf(of: (check: Affected) => Score, score: Score): DocumentChecks {
  const checked = {
    dataExtracted: of('dataExtracted'),
    expiryDate: of('expiryDate'),
    mrzValidity: of('mrzValidity'),
    quality: of('quality'),
    supported: of('supported'),
  }
  return {
    ...checked,
    issueDate: null,
    liveVideoCapture: null,
    mrzViz: null,
    oveBack: null,
    oveFront: null,
    ove: null,
    visualBack: null,
    visualFront: null,
    score: Object.values(checked).every((one) => one === 1) ? 1 : score,
  }
}

function faceChecksOf(of: (check: Affected) => Score, score: Score): FaceChecks {
  const checked = { activeLiveness: of('face.activeLiveness'), quality: of('face.quality') }
  return {
    ...checked,
    liveVideoCapture: null,
    score: Object.values(checked).every((one) => one === 1) ? 1 : score,
  }
}
