import type { Sheet } from './sheet.ts'
import { COLORS, MARGIN, STYLES, TEXT_WIDTH, type TextStyle } from './typography.ts'

/** White above and below the text of a cell, points: `dense` for long lists that are looked up, not read. */
const CELL_PADDING = { normal: 2.2, dense: 0.8 } as const
/** White between the head's text and its line, and after a table, points. */
const HEAD_GAP = 3
/** White between columns, points. */
const COLUMN_GAP = 10
/** White at the sides of a badge's text, points. */
const BADGE_PADDING = 5

/** A column: its head and the share of the width it takes. */
export interface Column {
  head: string
  share: number
}

/** What a cell shows: a text, or a text on a coloured ground. */
export interface Cell {
  text: string
  style?: TextStyle
  badge?: { ink: string; ground: string }
}

/** A table's columns and rows; `normal` unless it is said to be dense. */
export interface Table {
  columns: Column[]
  rows: Cell[][]
  spacing?: keyof typeof CELL_PADDING
}

/** Writes a table whose first column heads its rows; its head is repeated on every page it reaches. */
export function writeTable(sheet: Sheet, { columns, rows, spacing = 'normal' }: Table): void {
  const layout = { columns, places: placesOf(columns), padding: CELL_PADDING[spacing] }
  // A head is never left alone at the foot of a page.
  sheet.reserve(headHeight(sheet, layout) + HEAD_GAP + (rows[0] ? rowHeight(sheet, rows[0], layout) : 0))
  sheet.within('Table', () => {
    writeHead(sheet, layout)
    for (const row of rows) writeRow(sheet, row, layout)
  })
  sheet.y += HEAD_GAP
}

interface Layout {
  columns: Column[]
  places: ColumnPlace[]
  padding: number
}

interface ColumnPlace {
  x: number
  width: number
}

function placesOf(columns: Column[]): ColumnPlace[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const width = TEXT_WIDTH - COLUMN_GAP * (columns.length - 1)
  let x: number = MARGIN.left
  return columns.map(({ share }) => {
    const place = { x, width: (share / shares) * width }
    x += place.width + COLUMN_GAP
    return place
  })
}

function headHeight(sheet: Sheet, { columns, places }: Layout): number {
  const heights = columns.map(({ head }, index) =>
    sheet.height(head, { width: places[index].width, style: STYLES.head }),
  )
  return Math.max(...heights)
}

function rowHeight(sheet: Sheet, row: Cell[], { places, padding }: Layout): number {
  return Math.max(...row.map((cell, index) => cellHeight(sheet, cell, places[index].width))) + 2 * padding
}

function writeHead(sheet: Sheet, layout: Layout): void {
  const y = sheet.y
  sheet.within('TR', () => {
    for (const [index, { head }] of layout.columns.entries()) {
      const place = { ...layout.places[index], y, style: STYLES.head }
      sheet.textIn('TH', { scope: 'Column' }, { text: head, place })
    }
  })
  sheet.y = y + headHeight(sheet, layout) + HEAD_GAP
  rule(sheet, 0.8)
}

/** A row that does not fit goes to the next page whole, under the head again. */
function writeRow(sheet: Sheet, row: Cell[], layout: Layout): void {
  const height = rowHeight(sheet, row, layout)
  if (sheet.reserve(height) === 'new page') repeatHead(sheet, layout)
  const y = sheet.y + layout.padding
  const places = layout.places.map((place) => ({ ...place, y }))
  for (const [index, cell] of row.entries()) drawBadge(sheet, cell, places[index])
  sheet.within('TR', () => {
    for (const [index, cell] of row.entries()) writeCell(sheet, cell, { place: places[index], index })
  })
  sheet.y += height
  rule(sheet, 0.4)
}

function repeatHead(sheet: Sheet, layout: Layout): void {
  const y = sheet.y
  for (const [index, { head }] of layout.columns.entries()) {
    sheet.repeat(head, { ...layout.places[index], y, style: STYLES.head })
  }
  sheet.y = y + headHeight(sheet, layout) + HEAD_GAP
  rule(sheet, 0.8)
}

function cellHeight(sheet: Sheet, cell: Cell, width: number): number {
  return sheet.height(cell.text, { width: textWidth(cell, width), style: styleOf(cell) })
}

function writeCell(
  sheet: Sheet,
  cell: Cell,
  { place, index }: { place: ColumnPlace & { y: number }; index: number },
): void {
  const indent = cell.badge ? BADGE_PADDING : 0
  const text = {
    text: cell.text,
    place: {
      x: place.x + indent,
      y: place.y,
      width: textWidth(cell, place.width),
      style: styleOf(cell),
    },
  }
  if (index === 0) sheet.textIn('TH', { scope: 'Row' }, text)
  else sheet.textIn('TD', {}, text)
}

function drawBadge(sheet: Sheet, cell: Cell, place: ColumnPlace & { y: number }): void {
  const { badge } = cell
  if (!badge) return
  const width = textWidth(cell, place.width)
  const height = sheet.height(cell.text, { width, style: styleOf(cell) })
  const drawn = Math.min(sheet.width(cell.text, styleOf(cell)), width) + 2 * BADGE_PADDING
  sheet.decorate((pdf) => {
    pdf.roundedRect(place.x, place.y - 1, drawn, height + 1.5, 3).fill(badge.ground)
  })
}

function textWidth({ badge }: Cell, width: number): number {
  return badge ? width - 2 * BADGE_PADDING : width
}

function styleOf({ style, badge }: Cell): TextStyle {
  if (badge) return { ...STYLES.head, size: 8, color: badge.ink }
  return style ?? STYLES.body
}

function rule(sheet: Sheet, thickness: number): void {
  const { y } = sheet
  sheet.decorate((pdf) => {
    pdf
      .moveTo(MARGIN.left, y)
      .lineTo(MARGIN.left + TEXT_WIDTH, y)
      .lineWidth(thickness)
      .stroke(COLORS.line)
  })
}
