import type { ConformanceRow } from './conformance-row.ts'
import { TEXT_PARTS, type TextPart } from './coverage/text-parts.ts'
import type { ConformanceTopic } from './list-rows.ts'

const INTRODUCTION = `# Conformance

What the text of the v1 API says, how it is kept here, and the test that proves it. The lines are those of the text.
Where the text says nothing or contradicts itself, our choice stands beside: its prose counts more than recorded answers,
and those more than its examples.

Written by \`node tools/conformance/run.ts --write\` from \`tools/conformance/rows/\`; \`bin/check\` refuses a stale page and a
row whose test is gone. \`node tools/conformance/run.ts --mutate\` switches off 20 rules drawn at random, one at a time, and shows
that the test named beside each fails. Every line of the text that has words stands in one of the tables: the last one lists those without
a row, with the line that says the same or the reason why they are no rule. \`--text FILE\` compares the lines with the text itself.
`

/** The page of all rows, topic by topic. */
export function writePage(topics: readonly ConformanceTopic[]): string {
  const count = topics.reduce((sum, { rows }) => sum + rows.length, 0)
  const tables = topics.map(({ topic, rows }) => `## ${title(topic)}\n\n${tableOf(rows)}`)
  const rest = `## Lines without a row\n\n${restOf(TEXT_PARTS)}`
  return `${INTRODUCTION}\n${count} rows, none open.\n\n${[...tables, rest].join('\n\n')}\n`
}

/** The lines without a row, those with the same reason together. */
function restOf(parts: readonly TextPart[]): string {
  const reasons = Map.groupBy(parts, ([, , why]) => (typeof why === 'number' ? `As line ${why}` : why))
  const lines = [...reasons].map(([why, alike]) => {
    const ranges = alike.map(([from, to]) => (from === to ? from : `${from}-${to}`))
    return `| ${ranges.join(', ')} | ${why} |`
  })
  return ['| lines | why |', '|---|---|', ...lines].join('\n')
}

function title(topic: string): string {
  const words = topic.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function tableOf(rows: readonly ConformanceRow[]): string {
  const lines = rows.map(({ line, rule, choice, test }) =>
    ['', line, cell(rule), cell(choice ?? '–'), `[${cell(test.name)}](../../${test.file})`, '']
      .join(' | ')
      .trim(),
  )
  return ['| line | rule | our choice | test |', '|---|---|---|---|', ...lines].join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('[', '\\[').replaceAll(']', '\\]')
}
