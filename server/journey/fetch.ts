import type { Selectable } from 'kysely'
import type { Client } from '../../domain/account.ts'
import type { AssetRef, IdentificationRecord } from '../../domain/identification-record.ts'
import { Problem } from '../../domain/problem.ts'
import type { SceneName } from '../../domain/scene.ts'
import { findShownAssets } from '../assets/find-assets.ts'
import { findLatestScenes } from '../capture/find-latest-scenes.ts'
import { findAnswer } from '../checks/find-answer.ts'
import { findFormMatch } from '../checks/form-match/find-form-match.ts'
import { readDocument } from '../checks/read-document.ts'
import { findReservedNumbers } from '../checks/related/reserve-numbers.ts'
import { findConfiguration } from '../configurations/find-configuration.ts'
import { findApplicantForm } from '../identifications/applicant-form/find-applicant-form.ts'
import { type FoundIdentification, findIdentification } from '../identifications/find-identification.ts'
import { findStandardAnswer, isStandardAnswer } from '../identifications/standard-answer.ts'
import type { AssetKind, AssetsTable } from '../platform/database/database.ts'
import type { JourneyContext } from './journey-context.ts'

/**
 * A client fetches its identification, with what is known of it, or one of the standard answers that everybody has.
 * Throws `Problem('unknown_record')`.
 */
export async function fetchIdentification(
  context: JourneyContext,
  client: Client,
  identificationId: string,
): Promise<IdentificationRecord> {
  if (isStandardAnswer(identificationId)) return fetchStandardAnswer(context, client, identificationId)
  const found = await findIdentification(context, client, identificationId)
  const base = recordOf(found)
  if (found.row.status !== 'processing' && found.row.status !== 'processed') return base
  const [answer, pick, form, identityFormMatch] = await Promise.all([
    findAnswer(context.database, found.row.id, found.dataKey),
    findSceneAssets(context, found.row.id),
    findApplicantForm(context.database, found.row.id, found.dataKey),
    findFormMatch(context.database, found.row.id),
  ])
  const parts = answer ? answerOf(answer, pick) : await findAwaited(context, found.row, pick)
  return { ...base, form, identityFormMatch, ...parts }
}

/** What there is of the document and the face while the answer is still to come. */
async function findAwaited(
  { database }: JourneyContext,
  { id, face_required }: FoundIdentification['row'],
  pick: Pick,
): Promise<AnswerParts> {
  const numbers = await findReservedNumbers(database, id)
  if (!numbers) return {}
  const document = { id: numbers.document_id, ...readDocument(null), ...documentAssets(pick) }
  return face_required
    ? { document, face: { id: numbers.face_id, actions: null, ...faceAssets(pick) } }
    : { document }
}

async function fetchStandardAnswer(
  context: JourneyContext,
  client: Client,
  identificationId: string,
): Promise<IdentificationRecord> {
  const { id, redirectUrl, webhook } = await findConfiguration(context.database, client.configurationId)
  const { account, environment } = client
  const owner = { accountId: account.id, configurationId: id, environment, redirectUrl, webhook }
  const answer = findStandardAnswer(identificationId, owner)
  if (!answer) throw new Problem('unknown_record', 'No identification has this id')
  return answer
}

function recordOf({
  row,
  visit,
  identity,
  referenceData,
  externalIdentity,
}: FoundIdentification): IdentificationRecord {
  return {
    id: row.id,
    identificationId: row.identification_id,
    accountId: row.account_id,
    configurationId: row.configuration_id,
    environment: row.environment,
    status: row.status,
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    updatedAt: row.updated_at,
    statusUpdatedAt: row.status_updated_at,
    anonymizedAt: row.anonymized_at,
    numberOfAttempts: row.number_of_attempts,
    redirectUrl: row.redirect_url,
    webhook: row.webhook,
    faceRequired: row.face_required,
    userAgent: visit.userAgent,
    userIpAddress: visit.ipAddress,
    comment: row.comment,
    score: row.score,
    reasonCodes: row.reason_codes,
    identity,
    referenceData,
    externalIdentity,
    referenceDataCheck: null,
    document: null,
    documentChecks: null,
    face: null,
    faceChecks: null,
    docFaceMatch: null,
    docDocMatches: [],
    faceFaceMatches: [],
    form: null,
    identityFormMatch: null,
  }
}

type Pick = (scene: SceneName, kind: AssetKind) => AssetRef | null

async function findSceneAssets(context: JourneyContext, identification: number): Promise<Pick> {
  const [scenes, assets] = await Promise.all([
    findLatestScenes(context.database, identification),
    findShownAssets(context.database, identification),
  ])
  return (name, kind) => {
    const scene = scenes.find((candidate) => candidate.name === name)
    const asset = assets.find((candidate) => candidate.scene === scene?.id && candidate.kind === kind)
    return asset ? refOf(asset) : null
  }
}

function refOf({ key, content_type, sha256 }: Selectable<AssetsTable>): AssetRef {
  return { key, contentType: content_type, sha256 }
}

type Answered = NonNullable<Awaited<ReturnType<typeof findAnswer>>>
type AnswerParts = Omit<Partial<IdentificationRecord>, 'id'>

function answerOf(answer: Answered, pick: Pick): AnswerParts {
  return {
    document: {
      id: answer.document_id,
      ...answer.document,
      ...documentAssets(pick),
    },
    documentChecks: { id: answer.document_checks_id, ...answer.document_checks },
    ...faceOf(answer, pick),
    referenceDataCheck:
      answer.reference_data_check === null
        ? null
        : { id: answer.reference_data_check_id, score: answer.reference_data_check },
  }
}

function documentAssets(pick: Pick) {
  return {
    frontImage: pick('document-front', 'card'),
    backImage: pick('document-back', 'card'),
    signatureImage: pick('document-front', 'signature'),
    frontVideo: pick('document-front', 'recording'),
    backVideo: pick('document-back', 'recording'),
  }
}

function faceAssets(pick: Pick) {
  return { image: pick('face', 'face'), video: pick('face', 'recording') }
}

function faceOf(answer: Answered, pick: Pick): AnswerParts {
  if (!answer.face_checks) return {}
  return {
    face: {
      id: answer.face_id,
      actions: 'rotation',
      ...faceAssets(pick),
    },
    faceChecks: { id: answer.face_checks_id, ...answer.face_checks },
    docFaceMatch:
      answer.doc_face_match === null ? null : { id: answer.doc_face_match_id, score: answer.doc_face_match },
  }
}
