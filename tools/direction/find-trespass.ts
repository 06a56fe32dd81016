import { Visitor } from 'vite'
import { isTest } from '../sources/is-test.ts'
import type { ParsedSource } from '../sources/parse-source.ts'

/** The port that names every table, and the folder of those that have files of their own; doc comments name owners. */
export const TABLES_PATH = /^server\/platform\/database\/(database|tables\/[\w-]+)\.ts$/

/** The owner room of each table, read from the tables' own comments. */
export type TableOwners = Map<string, string>

/** A place that touches a table of another room. */
export interface Trespass {
  path: string
  table: string
  owner: string
}

const OWNED = /\/\*\* Owner room: (\w+)[^*]*\*\/\s*export interface (\w+)/g
const NAMED = /^ {2}(\w+): (\w+Table)$/gm
const QUERIES = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'innerJoin', 'leftJoin'])

/** Reads who owns which table. */
export function readTableOwners(text: string): TableOwners {
  const rooms = new Map([...text.matchAll(OWNED)].map(([, room, type]) => [type, room]))
  return new Map([...text.matchAll(NAMED)].map(([, table, type]) => [table, rooms.get(type) ?? 'nobody']))
}

/** Queries of a source on tables that its room does not own; the database's own folder may name all. */
export function findTrespass(owners: TableOwners, source: ParsedSource): Trespass[] {
  const [top, room] = source.path.split('/')
  if (top !== 'server' || isTest(source.path) || source.path.startsWith('server/platform/database/'))
    return []
  const found: Trespass[] = []
  new Visitor({
    CallExpression: ({ callee, arguments: given }) => {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
      if (!QUERIES.has(callee.property.name) || given[0]?.type !== 'Literal') return
      const table = String(given[0].value).split(' ')[0]
      const owner = owners.get(table)
      if (owner !== undefined && owner !== room) found.push({ path: source.path, table, owner })
    },
  }).visit(source.program)
  return found
}
