import type { IdentificationStatus } from '../../domain/identification.ts'
import { fill, type Report, writeDay, writeMoment, writeParagraph, writeSection } from './_report.ts'
import { fieldOf } from './_summary-sections.ts'
import { writeFields } from './page/fields.ts'
import { writeTable } from './page/table.ts'
import { STYLES } from './page/typography.ts'
import type { ReportAsset, TimelineEvent } from './report-content.ts'

/** Assets listed at most: an attempt keeps under 40, and five attempts are many. */
const MAX_LISTED_ASSETS = 200
const BYTES_PER_KB = 1000
/** Hex digits between spaces in a fingerprint that people compare. */
const FINGERPRINT_GROUP = 8

/** The status that each event left the identification in (API text, "Lifecycle"). */
const STATUSES: Readonly<Record<TimelineEvent, IdentificationStatus>> = {
  created: 'uninitiated',
  started: 'initiated',
  finished: 'initiated',
  answered: 'processing',
  ended: 'processed',
}

/** When what happened. */
export function writeTimeline(report: Report): void {
  const { words, content, sheet } = report
  writeSection(report, words.sections.timeline, () => {
    writeTable(sheet, {
      columns: [
        { head: words.columns.event, share: 4 },
        { head: words.columns.time, share: 3.2 },
        { head: words.columns.status, share: 3 },
      ],
      rows: content.timeline.map(({ event, at }) => [
        { text: words.events[event], style: STYLES.strong },
        { text: `${writeDay(words, at.toISOString().slice(0, 10))}, ${at.toISOString().slice(11, 23)}` },
        { text: words.statuses[STATUSES[event]] },
      ]),
    })
  })
}

/** From where the applicant came. */
export function writeSession(report: Report): void {
  const { words, content, sheet } = report
  const { numberOfAttempts, userIpAddress, userAgent } = content.record
  writeSection(report, words.sections.session, () => {
    writeFields(sheet, [
      fieldOf(report, words.session.attempts, String(numberOfAttempts)),
      fieldOf(report, words.session.address, userIpAddress),
    ])
    const browser = { label: words.session.userAgent, text: userAgent ?? words.none }
    writeParagraph(sheet, fill(words.labelled, browser), STYLES.small)
  })
}

/** Every kept asset with its hash. */
export function writeEvidence(report: Report): void {
  const { words, content, sheet } = report
  const listed = content.assets.slice(0, MAX_LISTED_ASSETS)
  writeSection(report, words.sections.evidence, () => {
    if (listed.length === 0) {
      writeParagraph(sheet, words.noAssets)
      return
    }
    writeParagraph(sheet, words.assetsIntroduction)
    writeTable(sheet, {
      columns: [
        { head: words.columns.asset, share: 3.3 },
        { head: words.columns.hash, share: 6.1 },
        { head: words.columns.size, share: 1.2 },
      ],
      spacing: 'dense',
      rows: listed.map((asset) => [
        { text: nameOf(report, asset), style: { ...STYLES.strong, size: 7.5 } },
        { text: asset.sha256, style: STYLES.hash },
        { text: sizeOf(report, asset), style: { ...STYLES.body, size: 7.5 } },
      ]),
    })
    const left = content.assets.length - listed.length
    if (left > 0) writeParagraph(sheet, fill(words.assetsLeftOut, { count: String(left) }))
  })
}

function nameOf({ words }: Report, { subject, kind }: ReportAsset): string {
  return fill(words.labelled, { label: words.subjects[subject], text: words.assetKinds[kind] })
}

function sizeOf({ words }: Report, { sizeBytes }: ReportAsset): string {
  return `${(sizeBytes / BYTES_PER_KB).toFixed(1).replace('.', words.decimalMark)} kB`
}

/** What a reader can do to be sure of the report. */
export function writeVerification(report: Report): void {
  const { words, content, sheet } = report
  const { signer, createdAt, record, apiUrl } = content
  const groups = signer.authorityFingerprint.match(new RegExp(`.{1,${FINGERPRINT_GROUP}}`, 'g')) ?? []
  const values = {
    moment: writeMoment(words, createdAt),
    name: signer.name,
    fingerprint: groups.join(' '),
    url: `${apiUrl}/identifications/${record.identificationId}/`,
  }
  writeSection(report, words.sections.verification, () => {
    for (const name of ['signature', 'trust', 'hashes', 'answer'] as const) {
      writeParagraph(sheet, fill(words.verification[name], values), STYLES.small)
    }
  })
}
