import type { Answer, DocumentChecks, FaceChecks } from '../../domain/answer.ts'
import { COMMENTS } from '../../domain/comment.ts'
import type { LicenceLineFacts } from '../../domain/document/licence-line-facts.ts'
import { isNameCut } from '../../domain/document/names/is-name-cut.ts'
import type { PrintFacts } from '../../domain/document/print-facts.ts'
import type { DocumentSideFacts, FaceFacts, MrzFacts } from '../../domain/facts.ts'
import { joinScores, type Score } from '../../domain/score.ts'
import type { AttemptFacts, SceneOutcome } from './attempt-facts.ts'
import { groundAnswer, type NamedFindings } from './ground-answer.ts'
import { readDocument } from './read-document.ts'
import { checkAccepted } from './rules/check-accepted.ts'
import { checkBarcodes } from './rules/check-barcodes.ts'
import { checkExpiry } from './rules/check-expiry.ts'
import { checkLiveness } from './rules/check-liveness.ts'
import { checkMatch } from './rules/check-match.ts'
import { checkPhotocopy } from './rules/check-photocopy.ts'
import { checkDocumentQuality, checkFaceQuality } from './rules/check-quality.ts'
import { type CutNames, checkReferenceData } from './rules/check-reference-data.ts'
import { checkSameDocument } from './rules/check-same-document.ts'
import { checkScreen } from './rules/check-screen.ts'
import { checkSpecimen } from './rules/check-specimen.ts'
import { checkDataExtracted, checkZoneDigits } from './rules/check-zone.ts'
import { checkDamage } from './rules/doubts/check-damage.ts'
import { checkHand } from './rules/doubts/check-hand.ts'
import { checkSlant } from './rules/doubts/check-slant.ts'
import { checkView } from './rules/doubts/check-view.ts'
import { type Finding, VALID } from './rules/finding.ts'
import { checkBackPresence } from './rules/print/check-back-presence.ts'
import { checkFrontOfZone } from './rules/print/check-front-of-zone.ts'
import { checkFrontPresence } from './rules/print/check-front-presence.ts'
import { checkLicenceDigits, checkLicencePrint } from './rules/print/check-licence-line.ts'
import { checkMrzViz } from './rules/print/check-mrz-viz.ts'
import { checkPrintExtracted, checkPrintedExpiry } from './rules/print/check-print.ts'
import { hasNoZone, printOf } from './rules/print/print-of.ts'
import { withPrintedCentury } from './rules/print/with-printed-century.ts'
import { sourceAttributes } from './source-attributes.ts'

/** Turns the facts of an attempt into its answer: facts → checks → scores → reasons. Pure. */
export function concludeAnswer(seen: AttemptFacts): Answer {
  const facts = withPrintedCentury(seen, seen.today)
  const mrz = zoneOf(facts)
  const print = printOf(facts)
  const licenceLine = mrz === null && hasNoZone(print) ? licenceLineOf(facts) : null
  const document = documentFindings(facts, { mrz, print, licenceLine })
  const face = facts.face === 'not-asked' ? null : faceFindings(facts)
  const reading = readDocument(mrz, print, licenceLine)
  const identity = identityOf(document.dataExtracted, reading)
  const reference = checkReferenceData(
    facts.referenceData,
    withAllFirstNames(identity, reading),
    cutNamesOf(mrz),
  )
  const documentChecks = documentChecksOf(document)
  const faceChecks = face ? faceChecksOf(face) : null
  const findings = namedFindings({ document, face, reference })
  return {
    score: joinScores([
      documentChecks.score,
      ...(face && faceChecks ? [faceChecks.score, face.match.score] : []),
      ...(reference ? [reference.score] : []),
    ]),
    identity,
    document: reading,
    documentChecks,
    faceChecks,
    docFaceMatch: face?.match.score ?? null,
    referenceDataCheck: reference?.score ?? null,
    ...reasonsOf(Object.values(findings).filter((finding) => finding !== null)),
    notChecked: [
      ...new Set([...notCheckedOf(facts.front), ...notCheckedOf(facts.back), ...notCheckedOf(facts.face)]),
    ],
    grounds: {
      ...groundAnswer(findings, facts),
      sources: sourceAttributes(reading, facts, { mrz: zoneOf(seen), print, licenceLine }),
    },
  }
}

/** Every finding by the name it is kept under. */
function namedFindings(found: {
  document: DocumentFindings
  face: FaceFindings | null
  reference: Finding | null
}): NamedFindings {
  const { quality: faceQuality = null, ...face } = found.face ?? {}
  return { ...found.document, faceQuality, ...face, reference: found.reference }
}

interface DocumentFindings {
  frontQuality: Finding
  backQuality: Finding
  frontPresence: Finding
  backPresence: Finding
  /** Null when no hand hides anything. */
  frontHand: Finding | null
  backHand: Finding | null
  /** Null when no corner is missing. */
  frontDamage: Finding | null
  backDamage: Finding | null
  /** Null when no value stands aslant. */
  frontSlant: Finding | null
  backSlant: Finding | null
  /** Null when the view of a side changed. */
  frontView: Finding | null
  backView: Finding | null
  /** Null for documents that have no zone, unless the line of a licence was read. */
  digits: Finding | null
  dataExtracted: Finding
  expiry: Finding
  /** Null when nothing speaks against an original. */
  photocopy: Finding | null
  /** Null when no code speaks against the document. */
  frontScreen: Finding | null
  backScreen: Finding | null
  /** Null while the zone does not tell what the document is. */
  accepted: Finding | null
  /** Null unless it is a specimen in earnest. */
  specimen: Finding | null
  sameDocument: Finding
  /** Null when there is nothing to compare. */
  mrzViz: Finding | null
  /** Null where a front is of the zone on the back, or has its own. */
  frontOfZone: Finding | null
  frontBarcodes: Finding | null
  backBarcodes: Finding | null
}

function documentFindings(
  facts: AttemptFacts,
  {
    mrz,
    print,
    licenceLine,
  }: { mrz: MrzFacts | null; print: PrintFacts | null; licenceLine: LicenceLineFacts | null },
): DocumentFindings {
  const alone = mrz === null && hasNoZone(print) ? print : null
  return {
    frontQuality: checkDocumentQuality('front', facts.front),
    backQuality: checkDocumentQuality('back', facts.back),
    frontPresence: checkFrontPresence(facts),
    backPresence: checkBackPresence(facts, { mrz, print }),
    frontHand: checkHand(facts.front),
    backHand: checkHand(facts.back),
    frontDamage: checkDamage(facts.front),
    backDamage: checkDamage(facts.back),
    frontSlant: checkSlant(facts.front),
    backSlant: checkSlant(facts.back),
    frontView: checkView(facts.front),
    backView: checkView(facts.back),
    digits: alone ? checkLicenceDigits(licenceLine, facts) : checkZoneDigits(mrz),
    dataExtracted: alone ? checkPrintExtracted(alone) : checkDataExtracted(mrz, print, facts),
    expiry: alone ? checkPrintedExpiry(alone, facts.today) : checkExpiry(mrz, facts.today, print),
    photocopy: checkPhotocopy(facts.front),
    frontScreen: checkScreen(facts.front),
    backScreen: checkScreen(facts.back),
    accepted: alone ? VALID : checkAccepted(mrz),
    specimen: checkSpecimen({ mrz, print }, facts),
    mrzViz: alone
      ? checkLicencePrint(licenceLine, facts)
      : checkMrzViz(print, { mrz, product: facts.product }),
    frontOfZone: checkFrontOfZone(facts),
    sameDocument: checkSameDocument(facts),
    frontBarcodes: checkBarcodes(facts.front, { mrz, print, product: facts.product }),
    backBarcodes: checkBarcodes(facts.back, { mrz, print, product: facts.product }),
  }
}

interface FaceFindings {
  quality: Finding
  liveness: Finding
  match: Finding
}

function faceFindings(facts: AttemptFacts): FaceFindings {
  return {
    quality: checkFaceQuality(facts.face),
    liveness: checkLiveness(facts.face),
    match: checkMatch(facts),
  }
}

/** The zone of either side; cards carry it on the front (French card, passports) or the back (TD1). */
function zoneOf({ front, back }: AttemptFacts): MrzFacts | null {
  const zones = [front, back].flatMap((side) => (typeof side === 'string' || !side.mrz ? [] : [side.mrz]))
  return zones.find((zone) => zone.checksValid) ?? zones[0] ?? null
}

/** The line of a licence; it stands on the back. */
function licenceLineOf({ front, back }: AttemptFacts): LicenceLineFacts | null {
  const lines = [back, front].flatMap((side) => (typeof side === 'string' ? [] : (side.licenceLine ?? [])))
  return lines[0] ?? null
}

/** An identity is concluded only from data that several frames read alike. */
function identityOf(dataExtracted: Finding, reading: Answer['document']): Answer['identity'] {
  if (dataExtracted.score !== 1) return { firstName: null, lastName: null, birthDate: null }
  const { firstName, lastName, birthDate } = reading
  return { firstName, lastName, birthDate }
}

/** What a declared identity is compared with: people go by any of their first names. */
function withAllFirstNames(identity: Answer['identity'], reading: Answer['document']): Answer['identity'] {
  return { ...identity, firstName: identity.firstName && (reading.allFirstNames ?? []).join(' ') }
}

/** Which names a zone may have cut. What is printed alone is whole. */
function cutNamesOf(mrz: MrzFacts | null): CutNames {
  return { lastName: isCut('lastName', mrz), firstNames: isCut('firstNames', mrz) }
}

function isCut(name: keyof CutNames, mrz: MrzFacts | null): boolean {
  return mrz?.checksValid === true && isNameCut(mrz, name)
}

function documentChecksOf(found: DocumentFindings): DocumentChecks {
  const visualFront = joinFound([
    found.photocopy,
    found.frontScreen,
    found.frontDamage,
    found.frontSlant,
    found.frontBarcodes,
  ])
  const visualBack = joinFound([found.backScreen, found.backDamage, found.backSlant, found.backBarcodes])
  const mrzViz = joinFound([found.mrzViz, found.frontOfZone])
  const supported = joinFound([found.accepted, found.specimen])
  const quality = joinScores([
    found.frontQuality.score,
    found.backQuality.score,
    found.frontPresence.score,
    found.backPresence.score,
    found.sameDocument.score,
    ...[found.frontHand, found.backHand, found.frontView, found.backView].flatMap(
      (finding) => finding?.score ?? [],
    ),
  ])
  return {
    dataExtracted: found.dataExtracted.score,
    expiryDate: found.expiry.score,
    issueDate: null,
    liveVideoCapture: null,
    mrzValidity: found.digits?.score ?? null,
    mrzViz,
    oveBack: null,
    oveFront: null,
    ove: null,
    quality,
    supported,
    // What else the look of a side would have to show is not checked, so these are never 1.
    visualBack,
    visualFront,
    score: joinScores([
      found.dataExtracted.score,
      found.expiry.score,
      quality,
      ...[found.digits?.score, mrzViz, visualFront, visualBack, supported].filter(
        (score) => score !== null && score !== undefined,
      ),
    ]),
  }
}

/** The scores of the checks that found something, joined; null when none did. */
function joinFound(findings: (Finding | null)[]): Score | null {
  const scores = findings.flatMap((finding) => finding?.score ?? [])
  return scores.length === 0 ? null : joinScores(scores)
}

function faceChecksOf({ quality, liveness }: FaceFindings): FaceChecks {
  return {
    activeLiveness: liveness.score,
    liveVideoCapture: null,
    quality: quality.score,
    score: joinScores([liveness.score, quality.score]),
  }
}

function reasonsOf(findings: Finding[]): Pick<Answer, 'reasonCodes' | 'comments'> {
  const refusals = findings.filter(({ score }) => score === 0)
  // A refusal is told by its own reasons; what merely could not be told would blur it.
  const telling = refusals.length > 0 ? refusals : findings.filter(({ score }) => score === -1)
  const comments = new Set(telling.flatMap(({ comments }) => comments))
  if (comments.has(COMMENTS.documentNotPresented)) comments.delete(COMMENTS.dataNotExtracted)
  return {
    reasonCodes: [...new Set(telling.flatMap(({ reasonCodes }) => reasonCodes))].sort((a, b) => a - b),
    comments: [...comments],
  }
}

function notCheckedOf(scene: SceneOutcome<DocumentSideFacts | FaceFacts>): string[] {
  return typeof scene === 'string' ? [] : scene.notChecked
}
