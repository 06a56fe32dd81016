import type { Box, Image } from '../../../../domain/image.ts'
import { cropImage } from '../../../image/crop-image.ts'
import { lumaPlane } from '../../../image/luma-plane.ts'
import type { Plane } from '../../../image/plane.ts'
import type { TextLine } from '../text-line.ts'

/** Gaps between two runs of a row that a letter may stand in, with room on both sides, line heights. */
const GAP = { least: 2.5, room: 0.6 }
/** A capital in its line, line heights. */
const LETTER = { width: { from: 0.15, to: 1 }, height: { from: 0.4, to: 1 } }
/** Room around a letter for the recogniser, line heights. */
const ROOM = 0.3
/** Rows are alike when their runs begin and end at most this far apart, line heights. */
const ROW = 0.4
/** Lines of less contrast are not looked beside, levels 0-255. */
const MIN_CONTRAST = 50
/** A column with fewer dark pixels has none: dust and fine lines of the ground. */
const MIN_COLUMN_INK = 2
/** Letters given at most: a bound on the time of reading them. */
const MAX_LETTERS = 4

/** Boxes of single letters that stand alone between the runs of a row: the detector of print passes over them. */
export function loneLetters(card: Image, lines: readonly TextLine[]): Box[] {
  return lines
    .flatMap((line) => {
      const gap = gapAfter(line, lines)
      const letter = gap && letterIn(card, line, gap)
      return letter ? [letter] : []
    })
    .slice(0, MAX_LETTERS)
}

/** The room between a run and the next in its row; null where there is none, or none that is wide enough. */
function gapAfter(line: TextLine, lines: readonly TextLine[]): Box | null {
  const height = line.bottom - line.top
  const row = lines.filter(
    (other) =>
      other.left > line.right &&
      Math.abs(other.top - line.top) < ROW * height &&
      Math.abs(other.bottom - line.bottom) < ROW * height,
  )
  const next = Math.min(...row.map(({ left }) => left))
  const [from, to] = [line.right + GAP.room * height, next - GAP.room * height]
  return row.length === 0 || to - from < GAP.least * height
    ? null
    : { x: from, y: line.top, width: to - from, height }
}

/** The one piece of ink in a gap that is as large as a letter; null where there are more, or other ink. */
function letterIn(card: Image, line: TextLine, gap: Box): Box | null {
  const limit = inkLimit(card, line)
  if (limit === null) return null
  const [run, ...more] = inkRuns(lumaPlane(cropImage(card, gap)), limit)
  if (!run || more.length > 0) return null
  const [width, height] = [(run.right - run.left) / gap.height, (run.bottom - run.top) / gap.height]
  const isLetter = isBetween(width, LETTER.width) && isBetween(height, LETTER.height)
  if (!isLetter) return null
  const room = ROOM * gap.height
  return { ...gap, x: gap.x + run.left - room, width: run.right - run.left + 2 * room }
}

function isBetween(value: number, { from, to }: { from: number; to: number }): boolean {
  return value >= from && value <= to
}

/** Half-way from the print of a line to its ground. */
function inkLimit(card: Image, { left, top, right, bottom }: TextLine): number | null {
  const cut = cropImage(card, { x: left, y: top, width: right - left, height: bottom - top })
  const levels = lumaPlane(cut).data.toSorted()
  const [dark, ground] = [0.05, 0.8].map((share) => levels[Math.floor(levels.length * share)])
  return ground - dark < MIN_CONTRAST ? null : (dark + ground) / 2
}

/** Stretches of columns with ink, and from where to where it goes; the right and the lower end are the first without. */
function inkRuns(
  { data, width, height }: Plane,
  limit: number,
): { left: number; right: number; top: number; bottom: number }[] {
  const runs: { left: number; right: number; top: number; bottom: number }[] = []
  for (let x = 0; x < width; x++) {
    const rows = Array.from({ length: height }, (_, y) => y).filter((y) => data[y * width + x] < limit)
    if (rows.length < MIN_COLUMN_INK) continue
    const [top, bottom] = [rows[0], rows[rows.length - 1] + 1]
    const last = runs[runs.length - 1]
    if (last?.right !== x) runs.push({ left: x, right: x + 1, top, bottom })
    else
      Object.assign(last, {
        right: x + 1,
        top: Math.min(last.top, top),
        bottom: Math.max(last.bottom, bottom),
      })
  }
  return runs
}
