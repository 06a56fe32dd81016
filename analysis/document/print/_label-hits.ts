import type { LayoutField } from '../layouts/layout.ts'
import { findLabel, type LabelSpan, lettersOf } from './find-label.ts'
import type { TextLine } from './text-line.ts'

/** A label found in a line, as indexes of its text; the end is the one after it. */
export interface LabelHit {
  field: LayoutField
  from: number
  to: number
  /** Letters of the line that it covers, counted once where it names several fields. */
  length: number
  /** Whether every letter of it was read. */
  isExact: boolean
}

/** A line with the labels in it, from left to right. */
export interface PlacedLine {
  line: TextLine
  hits: LabelHit[]
}

/** Labels of fewer letters must be words of their own. */
const SHORT = 6
/** Labels of one letter (the French "à") count only before a colon. */
const ONE_LETTER = 1

/** The labels that stand in a text, long ones first where they overlap. */
export function labelHits(text: string, fields: readonly LayoutField[]): LabelHit[] {
  const { letters, at } = lettersOf(text)
  const hits: (LabelHit & { start: number; end: number })[] = []
  for (const [label, named] of labelsOf(fields)) {
    for (const span of spansOf(letters, label)) {
      if (hits.some((hit) => span.start < hit.end && hit.start < span.end)) continue
      const from = at[span.start]
      const to = (at[span.end - 1] ?? from) + 1
      if (label.length < SHORT && !standsAlone(text, { from, to }, label.length)) continue
      const isExact = letters.slice(span.start, span.end) === label
      const length = span.end - span.start
      hits.push(
        ...named.map((field, i) => ({ field, from, to, length: i === 0 ? length : 0, isExact, ...span })),
      )
      break
    }
  }
  return hits.sort((a, b) => a.from - b.from)
}

/** A label by its letters, and whose it is: of one field, or of several that share it. */
type FieldLabel = readonly [label: string, fields: readonly LayoutField[]]

const labelsByFields = new WeakMap<readonly LayoutField[], readonly FieldLabel[]>()

/** The labels of fields, long ones first; put in order once, for every line is asked for them. */
function labelsOf(fields: readonly LayoutField[]): readonly FieldLabel[] {
  const known = labelsByFields.get(fields)
  if (known) return known
  const named = new Map<string, LayoutField[]>()
  for (const field of fields) {
    for (const label of new Set(field.labels.map((one) => lettersOf(one).letters))) {
      named.set(label, [...(named.get(label) ?? []), field])
    }
  }
  const labels = [...named].sort(([a], [b]) => b.length - a.length)
  labelsByFields.set(fields, labels)
  return labels
}

/** Where a label may stand: short ones, which other words have in them, at every place. */
function spansOf(letters: string, label: string): LabelSpan[] {
  if (label.length >= SHORT) {
    const span = findLabel(letters, label)
    return span === null || span.end === span.start ? [] : [span]
  }
  const spans: LabelSpan[] = []
  for (
    let start = letters.indexOf(label);
    start >= 0 && label !== '';
    start = letters.indexOf(label, start + 1)
  ) {
    spans.push({ start, end: start + label.length })
  }
  return spans
}

/** Whether short letters are a word of their own and not the middle of another. */
function standsAlone(text: string, { from, to }: { from: number; to: number }, length: number): boolean {
  const before = from === 0 ? ' ' : text[from - 1]
  const after = text.slice(to)
  if (/[\p{L}\p{N}]/u.test(before) || /^[\p{L}\p{N}]/u.test(after)) return false
  return length > ONE_LETTER || /^\s*[°ºo]?\s*[:;.]/.test(after)
}
