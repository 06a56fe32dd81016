import type { DocumentChecks, FaceChecks } from '../../domain/answer.ts'
import type { Score } from '../../domain/score.ts'
import { colorsOf, type Report, writeParagraph, writeSection } from './_report.ts'
import { writeScore } from './_summary-sections.ts'
import type { CheckName } from './catalogs/report-catalog.ts'
import { type Cell, writeTable } from './page/table.ts'
import { STYLES } from './page/typography.ts'

/** The checks of a document in the order they are told, with their names in a report. */
const DOCUMENT_CHECKS: readonly (readonly [keyof DocumentChecks, CheckName])[] = [
  ['score', 'documentTotal'],
  ['dataExtracted', 'dataExtracted'],
  ['mrzValidity', 'mrzValidity'],
  ['expiryDate', 'expiryDate'],
  ['quality', 'documentQuality'],
  ['supported', 'supported'],
  ['issueDate', 'issueDate'],
  ['mrzViz', 'mrzViz'],
  ['liveVideoCapture', 'documentLiveCapture'],
  ['visualFront', 'visualFront'],
  ['visualBack', 'visualBack'],
  ['ove', 'ove'],
  ['oveFront', 'oveFront'],
  ['oveBack', 'oveBack'],
]

const FACE_CHECKS: readonly (readonly [keyof FaceChecks, CheckName])[] = [
  ['score', 'faceTotal'],
  ['activeLiveness', 'activeLiveness'],
  ['quality', 'faceQuality'],
  ['liveVideoCapture', 'faceLiveCapture'],
]

type Scored = readonly (readonly [CheckName, Score | null])[]

/** Every check of the document with its score and what that means. */
export function writeDocumentChecks(report: Report): void {
  const checks = report.content.record.documentChecks
  writeSection(report, report.words.sections.documentChecks, () => {
    writeChecks(
      report,
      DOCUMENT_CHECKS.map(([key, name]) => [name, checks?.[key] ?? null] as const),
    )
  })
}

/** The same of the face, or that none was asked for. */
export function writeFaceChecks(report: Report): void {
  const { words, content, sheet } = report
  const checks = content.record.faceChecks
  writeSection(report, words.sections.faceChecks, () => {
    if (!checks && !content.record.faceRequired) writeParagraph(sheet, words.noFaceAsked)
    else {
      writeChecks(
        report,
        FACE_CHECKS.map(([key, name]) => [name, checks?.[key] ?? null] as const),
      )
    }
  })
}

/** What was compared with what; comparisons that belong to options appear where they were made. */
export function writeMatches(report: Report): void {
  const { record } = report.content
  writeSection(report, report.words.sections.matches, () => {
    writeChecks(report, [
      ['docFaceMatch', record.docFaceMatch?.score ?? null],
      ['referenceDataCheck', record.referenceDataCheck?.score ?? null],
      ...record.docDocMatches.map(({ score }) => ['docDocMatch', score] as const),
      ...record.faceFaceMatches.map(({ score }) => ['faceFaceMatch', score] as const),
      ...(record.identityFormMatch ? [['identityFormMatch', record.identityFormMatch.score] as const] : []),
    ])
  })
}

function writeChecks({ sheet, words }: Report, checks: Scored): void {
  writeTable(sheet, {
    columns: [
      { head: words.columns.check, share: 3 },
      { head: words.columns.score, share: 2.1 },
      { head: words.columns.meaning, share: 6.4 },
    ],
    rows: checks.map(([name, score]): Cell[] => [
      { text: words.checks[name].name, style: STYLES.strong },
      scoreCell({ words }, score),
      { text: sentenceOf({ words }, name, score) },
    ]),
  })
}

function scoreCell({ words }: Pick<Report, 'words'>, score: Score | null): Cell {
  const name = score === null ? words.scores.notChecked : `${writeScore(score)}  ${words.scores[score]}`
  return { text: name, badge: colorsOf(score) }
}

function sentenceOf({ words }: Pick<Report, 'words'>, name: CheckName, score: Score | null): string {
  if (score === null) return words.notCheckedSentence
  const { valid, invalid, unknown } = words.checks[name]
  return { 1: valid, 0: invalid, [-1]: unknown }[score]
}
