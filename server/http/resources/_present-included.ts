import type { IdentificationRecord } from '../../../domain/identification-record.ts'
import type { Identity } from '../../../domain/identity.ts'
import { identify, type Resource, toMany, toOne, writeScore } from '../json-api.ts'
import { presentDocument } from './_present-document.ts'
import { presentFace } from './_present-face.ts'
import { presentForm, presentIdentityFormMatch } from './_present-form.ts'
import { presentDocDocMatches, presentDocFaceMatch, presentFaceFaceMatches } from './_present-matches.ts'
import type { AnswerUrls } from './answer-urls.ts'

/** The resources beside an identification that its status shows, sorted by type. */
export function presentIncluded(record: IdentificationRecord, urls: AnswerUrls): Resource[] {
  const { status } = record
  const known =
    status === 'processed'
      ? presentProcessed(record, urls)
      : status === 'processing'
        ? presentProcessing(record, urls)
        : [presentIdentity(record, urls), presentReferenceData(record)]
  return known.filter((resource) => resource !== null)
}

type Known = (Resource | null)[]

function presentProcessing(record: IdentificationRecord, urls: AnswerUrls): Known {
  return [
    presentDocument(record, urls),
    presentExternalIdentity(record),
    presentFace(record, urls),
    presentForm(record, urls),
    presentIdentity(record, urls),
    presentIdentityFormMatch(record, urls),
    presentReferenceData(record),
  ]
}

function presentProcessed(record: IdentificationRecord, urls: AnswerUrls): Known {
  return [
    ...presentDocDocMatches(record, urls),
    presentDocFaceMatch(record, urls),
    presentDocumentChecks(record, urls),
    presentDocument(record, urls),
    presentExternalIdentity(record),
    presentFaceChecks(record, urls),
    ...presentFaceFaceMatches(record, urls),
    presentFace(record, urls),
    presentForm(record, urls),
    presentIdentity(record, urls),
    presentIdentityFormMatch(record, urls),
    presentReferenceData(record),
    presentReferenceDataCheck(record, urls),
  ]
}

function presentDocumentChecks(record: IdentificationRecord, urls: AnswerUrls): Resource | null {
  const { documentChecks: checks } = record
  if (!checks) return null
  return {
    ...identify('document-checks', checks.id),
    attributes: {
      'data-extracted-score': writeScore(checks.dataExtracted),
      'expiry-date-score': writeScore(checks.expiryDate),
      'issue-date-score': writeScore(checks.issueDate),
      'live-video-capture-score': writeScore(checks.liveVideoCapture),
      'mrz-validity-score': writeScore(checks.mrzValidity),
      'mrz-viz-score': writeScore(checks.mrzViz),
      'ove-back-score': writeScore(checks.oveBack),
      'ove-front-score': writeScore(checks.oveFront),
      'ove-score': writeScore(checks.ove),
      'quality-score': writeScore(checks.quality),
      score: writeScore(checks.score),
      supported: writeScore(checks.supported),
      'visual-back-score': writeScore(checks.visualBack),
      'visual-front-score': writeScore(checks.visualFront),
    },
    relationships: {
      document: toOne(`${urls.apiBaseUrl}/api/document_checks/${checks.id}/document`, documentName(record)),
    },
  }
}

function presentExternalIdentity(record: IdentificationRecord): Resource | null {
  const { externalIdentity: external } = record
  if (!external) return null
  return {
    ...identify('external-identity', external.id),
    attributes: {
      'user-id': external.userId,
      'phone-number': external.phoneNumber,
      'mail-address': external.mailAddress,
    },
  }
}

function presentFaceChecks(record: IdentificationRecord, urls: AnswerUrls): Resource | null {
  const { faceChecks: checks } = record
  if (!checks) return null
  return {
    ...identify('face-checks', checks.id),
    attributes: {
      'active-liveness-score': writeScore(checks.activeLiveness),
      'live-video-capture-score': writeScore(checks.liveVideoCapture),
      'quality-score': writeScore(checks.quality),
      score: writeScore(checks.score),
    },
    relationships: { face: toOne(`${urls.apiBaseUrl}/api/face_checks/${checks.id}/face`, faceName(record)) },
  }
}

/** The identity has relationships from processing on, never before. */
function presentIdentity(record: IdentificationRecord, urls: AnswerUrls): Resource {
  const { form, identity, status } = record
  const bare = {
    ...identify('identities', identity.id),
    attributes: {
      'birth-date': identity.birthDate,
      'first-name': identity.firstName,
      'last-name': identity.lastName,
    },
  }
  if (status !== 'processing' && status !== 'processed') return bare
  const base = `${urls.apiBaseUrl}/api/identities/${identity.id}`
  const document = documentName(record)
  return {
    ...bare,
    relationships: {
      document: toOne(`${base}/document`, document),
      documents: toMany(`${base}/documents/`, document ? [document] : []),
      face: toOne(`${base}/face`, faceName(record)),
      ...(form ? { form: toOne(`${base}/form`, identify('forms', form.id)) } : {}),
    },
  }
}

function presentReferenceData({ referenceData }: IdentificationRecord): Resource | null {
  if (!referenceData) return null
  return {
    ...identify('reference-data', referenceData.id),
    attributes: declaredAttributes(referenceData),
  }
}

function declaredAttributes(declared: Identity): Resource['attributes'] {
  return {
    'last-name': declared.lastName,
    'first-name': declared.firstName,
    'birth-date': declared.birthDate,
  }
}

function presentReferenceDataCheck(record: IdentificationRecord, urls: AnswerUrls): Resource | null {
  const { referenceDataCheck: check, referenceData } = record
  if (!check) return null
  return {
    ...identify('reference-data-checks', check.id),
    attributes: { score: writeScore(check.score) },
    relationships: {
      'reference-data': toOne(
        `${urls.apiBaseUrl}/api/reference_data_checks/${check.id}/reference_data`,
        referenceData && identify('reference-data', referenceData.id),
      ),
    },
  }
}

function documentName({ document }: IdentificationRecord) {
  return document && identify('documents', document.id)
}

function faceName({ face }: IdentificationRecord) {
  return face && identify('faces', face.id)
}
