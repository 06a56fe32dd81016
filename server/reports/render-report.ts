import { writeDocumentChecks, writeFaceChecks, writeMatches } from './_check-sections.ts'
import { writeDocument, writeExternal, writeForm, writeReference } from './_data-sections.ts'
import { writeEvidence, writeSession, writeTimeline, writeVerification } from './_evidence-sections.ts'
import { fill, type Report, wordsOf } from './_report.ts'
import { writeIdentity, writePictureRow, writeReasons, writeSummary } from './_summary-sections.ts'
import { Sheet } from './page/sheet.ts'
import type { ReportContent } from './report-content.ts'

/**
 * Writes the report of a processed identification: a tagged PDF with an empty signature field. Nothing in it
 * but its content: the same content gives the same bytes.
 */
export async function renderReport(content: ReportContent): Promise<Uint8Array> {
  const words = wordsOf(content.language)
  const { identificationId } = content.record
  const sheet = new Sheet({
    title: `${words.title} ${identificationId}`,
    language: content.language,
    createdAt: content.createdAt,
    signatureField: words.signatureField,
  })
  const report: Report = { sheet, content, words }
  writeSummary(report)
  writeIdentity(report)
  writePictureRow(report)
  writeReasons(report)
  writeReference(report)
  writeMatches(report)
  writeDocumentChecks(report)
  writeFaceChecks(report)
  writeDocument(report)
  writeForm(report)
  writeExternal(report)
  writeTimeline(report)
  writeSession(report)
  writeEvidence(report)
  writeVerification(report)
  return sheet.finish({
    left: `Vidimus · ${identificationId}`,
    right: (page, pages) => fill(words.page, { page: String(page), pages: String(pages) }),
  })
}
