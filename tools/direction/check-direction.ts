import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isTest } from '../sources/is-test.ts'
import { listSources } from '../sources/list-sources.ts'
import { type ParsedSource, parseSource } from '../sources/parse-source.ts'
import { DIRECTION_RULES, type DirectionRule } from './direction-rules.ts'
import { findCircle } from './find-circle.ts'
import { findTrespass, readTableOwners, TABLES_PATH } from './find-trespass.ts'
import { type Import, listImports } from './list-imports.ts'

/** A rule that an import breaks. */
export interface Violation {
  rule: string
  why: string
  from: string
  to: string
}

/** What was looked at, and every violation found. */
export interface Verdict {
  files: number
  imports: number
  violations: Violation[]
}

/** Reads every source under a root and holds each import against the rules. */
export function checkDirection(root: string): Verdict {
  const sources = listSources(root).map(parseSource)
  const imports = sources.flatMap((source) => listImports(root, source))
  const violations = [
    ...imports.flatMap((road) => DIRECTION_RULES.filter((rule) => breaks(rule, road)).map(violationOf(road))),
    ...findUnshipped(root, imports),
    ...trespassesOf(sources),
    ...circleOf(imports),
  ]
  return { files: sources.length, imports: imports.length, violations }
}

function breaks({ from, fromNot, to, toNot }: DirectionRule, road: Import): boolean {
  const start = from.exec(road.from)
  if (!start || fromNot?.test(road.from) || !to.test(road.to)) return false
  return !(toNot && new RegExp(toNot.replaceAll('$1', escapeForRegExp(start[1] ?? ''))).test(road.to))
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function violationOf({ from, to }: Import): (rule: { name: string; why: string }) => Violation {
  return ({ name, why }) => ({ rule: name, why, from, to })
}

/** Packages that a production install would not have: absent from the manifest, or there for tests only. */
function findUnshipped(root: string, imports: Import[]): Violation[] {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const shipped = { ...manifest.dependencies, ...manifest.optionalDependencies }
  const rule = { name: 'product-uses-shipped-packages', why: 'An install without test packages runs it all' }
  return imports
    .filter(({ from, to }) => to.startsWith('npm:') && !isTest(from) && !from.startsWith('tools/'))
    .filter(({ to }) => !(to.slice('npm:'.length) in shipped))
    .map((road) => violationOf(road)(rule))
}

function trespassesOf(sources: ParsedSource[]): Violation[] {
  const tables = sources.filter(({ path }) => TABLES_PATH.test(path))
  const owners = readTableOwners(tables.map(({ text }) => text).join('\n'))
  const why = 'Only its owner room knows how a table is laid out'
  return sources
    .flatMap((source) => findTrespass(owners, source))
    .map(({ path, table, owner }) => ({
      rule: 'table-has-one-owner',
      why,
      from: path,
      to: `table ${table} of ${owner}`,
    }))
}

function circleOf(imports: Import[]): Violation[] {
  const circle = findCircle(imports)
  if (circle.length === 0) return []
  const why = 'Two files that need each other are one file, or three'
  return [{ rule: 'no-circles', why, from: circle[0], to: circle.slice(1).join(' → ') }]
}
