import { buffer } from 'node:stream/consumers'
import type { Client } from '../../domain/account.ts'
import type { AssetRef, IdentificationRecord } from '../../domain/identification-record.ts'
import { Problem } from '../../domain/problem.ts'
import { isStandardAnswer } from '../identifications/standard-answer.ts'
import type { DocumentSigner } from '../platform/keys/keys.ts'
import { preparePicture } from '../reports/prepare-picture.ts'
import { renderApart } from '../reports/render-apart.ts'
import type { ReportLanguage, ReportPicture } from '../reports/report-content.ts'
import { signReport } from '../reports/sign-report.ts'
import { noteClient } from './_note-client.ts'
import { gatherEvidence, gatherStandardEvidence } from './_report-evidence.ts'
import { fetchIdentification } from './fetch.ts'
import type { JourneyContext } from './journey-context.ts'
import { showAsset } from './show-asset.ts'

/** A context that can also sign what leaves. */
export interface ReportContext extends JourneyContext {
  documentSigner: DocumentSigner
  /** Where the API answers, without a trailing slash. */
  apiUrl: string
}

/** Whose report is asked for, and in which language. */
export interface ReportRequest {
  identificationId: string
  language: ReportLanguage
}

/**
 * A client gets the signed report of a processed identification. Throws `Problem('unknown_record')`,
 * `Problem('gone')` once it is anonymized or a picture is not what was kept, `Problem('queued')` before it is processed and
 * `Problem('params_invalid')` where it never will be.
 */
export async function report(
  context: ReportContext,
  client: Client,
  { identificationId, language }: ReportRequest,
): Promise<Uint8Array> {
  const record = await fetchIdentification(context, client, identificationId)
  assertReportable(record)
  const evidence = isStandardAnswer(identificationId)
    ? await gatherStandardEvidence(context, record)
    : await gatherEvidence(context, record)
  const { documentSigner, apiUrl } = context
  const rendered = await renderApart({
    language,
    createdAt: context.clock.now(),
    record,
    pictures: {
      'document-front': await loadPicture(context, record.document?.frontImage),
      'document-back': await loadPicture(context, record.document?.backImage),
      face: await loadPicture(context, record.face?.image),
    },
    ...evidence,
    apiUrl,
    signer: { name: documentSigner.name, authorityFingerprint: documentSigner.authorityFingerprint },
  })
  const signed = await signReport(rendered, documentSigner)
  await noteClient(context, context.database, { client, action: 'report.fetched', identificationId })
  return signed
}

function assertReportable({ status, anonymizedAt }: IdentificationRecord): void {
  if (anonymizedAt) throw new Problem('gone', 'The identification was anonymized: its report is gone')
  if (status === 'processed') return
  if (status === 'aborted' || status === 'expired') {
    throw new Problem('params_invalid', `An identification that is ${status} has no report`)
  }
  throw new Problem('queued', 'The identification is not processed yet: ask again in a few minutes')
}

async function loadPicture(
  context: ReportContext,
  asset: AssetRef | null | undefined,
): Promise<ReportPicture | null> {
  if (!asset) return null
  const { read, sizeBytes } = await showAsset(context, asset.key)
  const bytes = await read({ start: 0, end: sizeBytes })
  return preparePicture(bytes instanceof Uint8Array ? bytes : await buffer(bytes))
}
