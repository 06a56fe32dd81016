import type { ReportAsset, ReportContent } from '../../../server/reports/report-content.ts'
import { makeProcessedRecord } from '../identification-record.ts'

/** A report of a passport and a face, without pictures, with whatever a test wants otherwise. */
export function makeReportContent(changes: Partial<ReportContent> = {}): ReportContent {
  return {
    language: 'en',
    createdAt: new Date('2026-03-01T10:00:01.500Z'),
    record: makeProcessedRecord({
      externalIdentity: {
        id: 90,
        userId: 'user-1337',
        phoneNumber: '+33666666666',
        mailAddress: 'anna@example.com',
      },
    }),
    pictures: { 'document-front': null, 'document-back': null, face: null },
    timeline: [
      { event: 'created', at: new Date('2026-03-01T09:20:15.185Z') },
      { event: 'started', at: new Date('2026-03-01T09:41:00.868Z') },
      { event: 'finished', at: new Date('2026-03-01T09:41:40.001Z') },
      { event: 'answered', at: new Date('2026-03-01T09:41:42.002Z') },
      { event: 'ended', at: new Date('2026-03-01T09:45:02.504Z') },
    ],
    assets: [
      makeReportAsset({ kind: 'card', contentType: 'image/png' }),
      makeReportAsset({ kind: 'recording', contentType: 'video/webm', sizeBytes: 2_123_456 }),
      makeReportAsset({ subject: 'face', kind: 'face', sha256: 'cd'.repeat(32) }),
    ],
    apiUrl: 'https://api.example.com',
    signer: { name: 'Vidimus reports', authorityFingerprint: '0123abcd'.repeat(8) },
    ...changes,
  }
}

/** An asset as a report lists it. */
export function makeReportAsset(changes: Partial<ReportAsset> = {}): ReportAsset {
  return {
    subject: 'document-front',
    kind: 'frame',
    contentType: 'image/jpeg',
    sha256: 'ab'.repeat(32),
    sizeBytes: 123_456,
    ...changes,
  }
}
