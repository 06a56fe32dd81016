import type { ReportPicture } from '../report-content.ts'
import type { Sheet } from './sheet.ts'
import { COLORS, MARGIN, STYLES, TEXT_WIDTH } from './typography.ts'

/** Height of the row of pictures, and white between them, points. */
const ROW_HEIGHT = 118
const GAP = 14
const CAPTION_GAP = 4

/** A picture with its caption, or a sentence that says why there is none. */
export interface CaptionedPicture {
  picture: ReportPicture | null
  caption: string
  alt: string
  absent: string
}

/** Writes pictures side by side, each as large as its box allows. */
export function writePictures(sheet: Sheet, pictures: CaptionedPicture[]): void {
  const width = (TEXT_WIDTH - GAP * (pictures.length - 1)) / pictures.length
  const captionHeight = Math.max(
    ...pictures.map(({ caption }) => sheet.height(caption, { width, style: STYLES.small })),
  )
  sheet.reserve(ROW_HEIGHT + CAPTION_GAP + captionHeight)
  const y = sheet.y
  for (const [index, shown] of pictures.entries()) {
    const x = MARGIN.left + index * (width + GAP)
    sheet.decorate((pdf) => pdf.roundedRect(x, y, width, ROW_HEIGHT, 4).fill(COLORS.panel))
    if (shown.picture) place(sheet, { ...shown, picture: shown.picture }, { x, y, width })
    else writeAbsence(sheet, shown.absent, { x, y, width })
    sheet.text('Caption', shown.caption, { x, y: y + ROW_HEIGHT + CAPTION_GAP, width, style: STYLES.small })
  }
  sheet.y = y + ROW_HEIGHT + CAPTION_GAP + captionHeight
}

interface Box {
  x: number
  y: number
  width: number
}

/** White between a picture and the edge of its box, points. */
const INSET = 4

function place(sheet: Sheet, shown: { picture: ReportPicture; alt: string }, { x, y, width }: Box): void {
  const { picture, alt } = shown
  const scale = Math.min((width - 2 * INSET) / picture.width, (ROW_HEIGHT - 2 * INSET) / picture.height)
  const size = { width: picture.width * scale, height: picture.height * scale }
  sheet.picture(picture.jpeg, alt, {
    x: x + (width - size.width) / 2,
    y: y + (ROW_HEIGHT - size.height) / 2,
    ...size,
  })
}

function writeAbsence(sheet: Sheet, absent: string, { x, y, width }: Box): void {
  const text = { x: x + GAP, width: width - 2 * GAP, style: STYLES.small, align: 'center' as const }
  const height = sheet.height(absent, text)
  sheet.text('P', absent, { ...text, y: y + (ROW_HEIGHT - height) / 2 })
}
