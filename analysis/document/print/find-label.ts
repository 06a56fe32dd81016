/** Share of a label's letters that may be read wrong; labels of fewer than six letters must be exact. */
const MAX_ERRORS = 0.22

/** Capital letters and digits of a text without accents, and where in the text each stands. */
export interface Letters {
  letters: string
  at: number[]
}

/** Where a label stands in a line, as indexes of its letters; the end is the one after it. */
export interface LabelSpan {
  start: number
  end: number
}

/** The letters by which labels and words are compared. */
export function lettersOf(text: string): Letters {
  let letters = ''
  const at: number[] = []
  for (let i = 0; i < text.length; i++) {
    const plain = text[i]
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')
    for (const letter of plain) {
      letters += letter
      at.push(i)
    }
  }
  return { letters, at }
}

/**
 * Finds a label in letters, some of which may be misread (Sellers, J. Algorithms 1(4), 1980); null when it is not
 * there.
 */
export function findLabel(line: string, label: string): LabelSpan | null {
  const allowed = label.length < 6 ? 0 : Math.floor(label.length * MAX_ERRORS)
  if (allowed === 0) {
    const start = line.indexOf(label)
    return start < 0 ? null : { start, end: start + label.length }
  }
  let row = Array.from({ length: line.length + 1 }, (_, i) => ({ errors: 0, start: i }))
  for (const letter of label) {
    const next = [{ errors: row[0].errors + 1, start: 0 }]
    for (let i = 1; i <= line.length; i++) {
      const ways = [
        { errors: row[i - 1].errors + (line[i - 1] === letter ? 0 : 1), start: row[i - 1].start },
        { errors: row[i].errors + 1, start: row[i].start },
        { errors: next[i - 1].errors + 1, start: next[i - 1].start },
      ]
      next.push(ways.reduce((best, way) => (way.errors < best.errors ? way : best)))
    }
    row = next
  }
  const end = row.reduce((best, way, i) => (way.errors < row[best].errors ? i : best), 0)
  return row[end].errors <= allowed ? { start: row[end].start, end } : null
}
