import type { AssetRef, IdentificationRecord } from '../../domain/identification-record.ts'
import { findAssets } from '../assets/find-assets.ts'
import { findLatestAttempt } from '../capture/find-attempt.ts'
import { findSceneNames } from '../capture/find-scene-names.ts'
import { findAnswer } from '../checks/find-answer.ts'
import type { ReportAsset, ReportContent, TimelineEvent } from '../reports/report-content.ts'
import type { JourneyContext } from './journey-context.ts'
import { showAsset } from './show-asset.ts'

/** What a report lists beside the answer itself. */
export type ReportEvidence = Pick<ReportContent, 'timeline' | 'assets'>

/** When what happened to an identification, and everything that is kept of what was filmed. */
export async function gatherEvidence(
  { database }: JourneyContext,
  record: IdentificationRecord,
): Promise<ReportEvidence> {
  const [found, answer, assets, scenes] = await Promise.all([
    findLatestAttempt(database, record.id),
    // Only its time is asked for: nothing needs to be opened.
    findAnswer(database, record.id, null),
    findAssets(database, { identification: record.id }),
    findSceneNames(database, record.id),
  ])
  return {
    timeline: timelineOf(record, {
      finished: found?.attempt.finished_at ?? null,
      answered: answer?.answered_at ?? null,
    }),
    assets: assets.flatMap(({ scene, kind, content_type, sha256, size_bytes }) => {
      const subject = scenes.get(scene)
      return subject ? [{ subject, kind, contentType: content_type, sha256, sizeBytes: size_bytes }] : []
    }),
  }
}

/** The same of a standard answer, of which nothing is stored but the files that come with the program. */
export async function gatherStandardEvidence(
  context: JourneyContext,
  record: IdentificationRecord,
): Promise<ReportEvidence> {
  const { document, face } = record
  const shown: [ReportAsset['subject'], ReportAsset['kind'], AssetRef | null | undefined][] = [
    ['document-front', 'card', document?.frontImage],
    ['document-front', 'signature', document?.signatureImage],
    ['document-front', 'recording', document?.frontVideo],
    ['document-back', 'card', document?.backImage],
    ['document-back', 'recording', document?.backVideo],
    ['face', 'face', face?.image],
    ['face', 'recording', face?.video],
  ]
  const assets: ReportAsset[] = []
  for (const [subject, kind, asset] of shown) {
    if (!asset) continue
    const { contentType, sha256 } = asset
    const { sizeBytes } = await showAsset(context, asset.key)
    assets.push({ subject, kind, contentType, sha256, sizeBytes })
  }
  return { timeline: timelineOf(record, { finished: null, answered: null }), assets }
}

function timelineOf(
  { createdAt, startedAt, endedAt }: IdentificationRecord,
  { finished, answered }: { finished: Date | null; answered: Date | null },
): ReportEvidence['timeline'] {
  const times: [TimelineEvent, Date | null][] = [
    ['created', createdAt],
    ['started', startedAt],
    ['finished', finished],
    ['answered', answered],
    ['ended', endedAt],
  ]
  return times.flatMap(([event, at]) => (at ? [{ event, at }] : []))
}
