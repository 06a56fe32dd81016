import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ConformanceRow } from './conformance-row.ts'

const QUOTES = ["'", '"', '`']
/** A line that is a comment, or goes on with one. */
const COMMENT_LINE = /^\s*(?:\/\/|\/?\*).*$/gm

/** What is wrong with a row: a test that is not there, an edit that fits nowhere or in several places. */
export function findRowFaults(root: string, row: ConformanceRow): string[] {
  const at = `Row of line ${row.line} ("${row.rule}")`
  return [...findTestFaults(root, row), ...findEditFaults(root, row)].map((fault) => `${at}: ${fault}`)
}

function findTestFaults(root: string, { test }: ConformanceRow): string[] {
  if (!existsSync(join(root, test.file))) return [`there is no ${test.file}`]
  const text = readFileSync(join(root, test.file), 'utf8')
  return hasTest(text, test.name) ? [] : [`${test.file} has no test "${test.name}"`]
}

/** Whether a file has a test of that name, written out or made from a template such as `%s is refused`. */
function hasTest(text: string, name: string): boolean {
  const code = text.replaceAll(COMMENT_LINE, '')
  if (QUOTES.some((quote) => code.includes(quote + name.replaceAll(quote, `\\${quote}`) + quote))) return true
  return [...code.matchAll(/(['"`])((?:(?!\1).)*(?:%[sijdo#]|\$\w|\$\{)(?:(?!\1).)*)\1/g)].some(
    ([, , template]) => isMadeFrom(template, name),
  )
}

/**
 * Whether a name is one of a template's, or the words that all of them begin with. A template without words of its
 * own could be everything's and counts for nothing.
 */
function isMadeFrom(template: string, name: string): boolean {
  const parts = template.split(/%[sijdo#]|\$\{[^}]*\}|\$[\w.]+/)
  if (!/\w/.test(parts.join(''))) return false
  const beginning = parts[0].replace(/[\s:,]+$/, '')
  return name === beginning || new RegExp(`^${parts.map(escapePattern).join('.*')}$`).test(name)
}

/** A text as a pattern that matches just it. */
export function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}

function findEditFaults(root: string, { switchOff }: ConformanceRow): string[] {
  if (!existsSync(join(root, switchOff.file))) return [`there is no ${switchOff.file}`]
  const places = readFileSync(join(root, switchOff.file), 'utf8').split(switchOff.find).length - 1
  if (places !== 1) return [`"${switchOff.find}" stands ${places} times in ${switchOff.file}, not once`]
  return switchOff.find === switchOff.replace ? ['its edit changes nothing'] : []
}
