import type { Sheet } from './sheet.ts'
import { MARGIN, STYLES, TEXT_WIDTH } from './typography.ts'

/** Fields beside each other. */
const COLUMNS = 3
const COLUMN_GAP = 14
/** White under a row of fields, points. */
const ROW_GAP = 5

/** A value under its name. */
export interface Field {
  label: string
  value: string
  /** `known` stands out; `unknown` says that there is no value. */
  kind: 'known' | 'unknown'
}

/** Writes fields in three columns, as a list of labelled items. */
export function writeFields(sheet: Sheet, fields: Field[]): void {
  const width = (TEXT_WIDTH - COLUMN_GAP * (COLUMNS - 1)) / COLUMNS
  sheet.within('L', () => {
    for (let first = 0; first < fields.length; first += COLUMNS) {
      writeRow(sheet, fields.slice(first, first + COLUMNS), width)
    }
  })
}

function writeRow(sheet: Sheet, row: Field[], width: number): void {
  const height = Math.max(...row.map((field) => fieldHeight(sheet, field, width)))
  sheet.reserve(height + ROW_GAP)
  for (const [index, field] of row.entries()) {
    const x = MARGIN.left + index * (width + COLUMN_GAP)
    sheet.within('LI', () => {
      const label = { x, y: sheet.y, width, style: STYLES.label }
      const labelHeight = sheet.text('Lbl', field.label, label)
      sheet.text('LBody', field.value, { ...label, y: sheet.y + labelHeight, style: valueStyle(field) })
    })
  }
  sheet.y += height + ROW_GAP
}

function fieldHeight(sheet: Sheet, field: Field, width: number): number {
  return (
    sheet.height(field.label, { width, style: STYLES.label }) +
    sheet.height(field.value, { width, style: valueStyle(field) })
  )
}

function valueStyle({ kind }: Field) {
  return kind === 'known' ? STYLES.value : { ...STYLES.body, color: STYLES.label.color }
}
