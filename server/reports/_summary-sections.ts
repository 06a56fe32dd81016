import type { Comment } from '../../domain/comment.ts'
import {
  colorsOf,
  fill,
  type Report,
  writeDay,
  writeMoment,
  writeParagraph,
  writeSection,
} from './_report.ts'
import { type Field, writeFields } from './page/fields.ts'
import { writePictures } from './page/pictures.ts'
import { writeTable } from './page/table.ts'
import { COLORS, MARGIN, STYLES, TEXT_WIDTH } from './page/typography.ts'
import type { AssetSubject } from './report-content.ts'

/** White around the verdict and its height above its sentence, points. */
const VERDICT_PADDING = 12
const STRIPE_WIDTH = 4

/** Who made the report, what it is about, and the answer in large letters. */
export function writeSummary(report: Report): void {
  writeTitle(report)
  writeVerdict(report)
}

function writeTitle({ sheet, content, words }: Report): void {
  const place = { x: MARGIN.left, width: TEXT_WIDTH }
  const environment = words.environment[content.record.environment]
  const brand = { ...place, y: sheet.y, style: STYLES.brand }
  sheet.text('P', 'VIDIMUS', brand)
  const isTest = content.record.environment === 'test'
  const style = { ...STYLES.brand, color: isTest ? COLORS.unsure.ink : COLORS.muted }
  sheet.y += sheet.text('P', environment, { ...brand, style, align: 'right' }) + 10
  sheet.bookmark(words.title)
  sheet.y += sheet.text('H1', words.title, { ...place, y: sheet.y, style: STYLES.title }) + 2
  const subtitle = fill(words.subtitle, {
    id: content.record.identificationId,
    moment: writeMoment(words, content.createdAt),
  })
  sheet.y += sheet.text('P', subtitle, { ...place, y: sheet.y, style: STYLES.subtitle }) + 12
}

function writeVerdict({ sheet, content, words }: Report): void {
  const score = content.record.score ?? -1
  const { name, sentence } = words.verdict[score]
  const colors = colorsOf(score)
  const text = {
    x: MARGIN.left + STRIPE_WIDTH + VERDICT_PADDING,
    width: TEXT_WIDTH - STRIPE_WIDTH - 2 * VERDICT_PADDING,
  }
  const title = { ...STYLES.verdict, color: colors.ink }
  const titleHeight = sheet.height(name, { ...text, style: title })
  const height = titleHeight + sheet.height(sentence, { ...text, style: STYLES.body }) + 2 * VERDICT_PADDING
  const top = sheet.y
  sheet.decorate((pdf) => {
    pdf.rect(MARGIN.left, top, TEXT_WIDTH, height).fill(colors.ground)
    pdf.rect(MARGIN.left, top, STRIPE_WIDTH, height).fill(colors.ink)
  })
  const y = top + VERDICT_PADDING
  sheet.text('P', `${name} (${writeScore(score)})`, { ...text, y, style: title })
  sheet.text('P', sentence, { ...text, y: y + titleHeight, style: STYLES.body })
  sheet.y = top + height
}

/** The identity that the answer gives. */
export function writeIdentity(report: Report): void {
  const { words, content, sheet } = report
  writeSection(report, words.sections.identity, () => {
    const { lastName, firstName, birthDate } = content.record.identity
    writeFields(sheet, [
      fieldOf(report, words.identity.lastName, lastName),
      fieldOf(report, words.identity.firstName, firstName),
      fieldOf(report, words.identity.birthDate, birthDate && writeDay(words, birthDate)),
    ])
  })
}

/** The straightened document and the face; a face only where one was asked for. */
export function writePictureRow(report: Report): void {
  const { words, content, sheet } = report
  const subjects: AssetSubject[] = ['document-front', 'document-back', 'face']
  const shown = subjects.filter((subject) => isExpected(report, subject))
  writeSection(report, words.sections.pictures, () => {
    writePictures(
      sheet,
      shown.map((subject) => ({ picture: content.pictures[subject], ...words.pictures[subject] })),
    )
  })
}

function isExpected({ content }: Report, subject: AssetSubject): boolean {
  if (content.pictures[subject]) return true
  if (subject === 'document-front') return true
  if (subject === 'face') return content.record.face !== null
  return content.record.document?.documentType !== 'Passport'
}

/** The reason codes with their words, and the comment. */
export function writeReasons(report: Report): void {
  const { words, content, sheet } = report
  const { reasonCodes, comment } = content.record
  writeSection(report, words.sections.reasons, () => {
    if (reasonCodes.length === 0) writeParagraph(sheet, words.noReasons)
    else {
      writeTable(sheet, {
        columns: [
          { head: words.columns.code, share: 1 },
          { head: words.columns.reason, share: 8 },
        ],
        rows: reasonCodes.map((code) => [
          { text: String(code), style: STYLES.strong },
          { text: (words.reasons as Record<number, string>)[code] ?? words.otherReason },
        ]),
      })
    }
    const said = comment
      ? fill(words.labelled, { label: words.comment, text: translate(report, comment) })
      : words.noComment
    writeParagraph(sheet, said)
  })
}

/** The fixed sentences in the report's language; what a reviewer has added stays as it was written. */
function translate({ words }: Report, comment: string): string {
  const sentences = Object.entries(words.comments) as [Comment, string][]
  // The longest first: one sentence may begin another.
  sentences.sort(([a], [b]) => b.length - a.length)
  return sentences.reduce((text, [sentence, translated]) => text.replaceAll(sentence, translated), comment)
}

/** A field, or the words for what is not known. */
export function fieldOf({ words }: Report, label: string, value: string | null): Field {
  return value ? { label, value, kind: 'known' } : { label, value: words.none, kind: 'unknown' }
}

/** A score as the API writes it. */
export function writeScore(score: number): string {
  return score.toFixed(1)
}
