import type { Compilable, CompiledQuery, Kysely } from 'kysely'
import type { Database } from '../database/database.ts'

/** A session that the short reads of all callers share. */
export interface SharedReads {
  /** The rows of a statement that only reads. */
  read(text: string, values: unknown[]): Promise<unknown[]>
}

/** The session for short reads of each open database. */
const sharedSessions = new WeakMap<Kysely<Database>, SharedReads>()

/** Has the prepared reads of a database run on its shared session. */
export function shareReads(database: Kysely<Database>, session: SharedReads): void {
  sharedSessions.set(database, session)
}

/** Stands for a value that a read is given each time it runs. */
class Given {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/**
 * A select by key that runs for every request: written as any query, compiled once, and run on the session that
 * short reads share (in a transaction: on its own). Its text may not depend on what it is given, and it may not take
 * long, for others wait behind it.
 */
export function prepareRead<G extends object, Row>(
  write: (database: Kysely<Database>, given: G) => Compilable<Row>,
): (database: Kysely<Database>, given: G) => Promise<Row[]> {
  let compiled: CompiledQuery<Row> | null = null
  return async (database, given): Promise<Row[]> => {
    compiled ??= write(database, placeholders()).compile()
    const values = compiled.parameters.map((value) =>
      value instanceof Given ? given[value.name as keyof G] : value,
    )
    const shared = database.isTransaction ? undefined : sharedSessions.get(database)
    if (shared) return (await shared.read(compiled.sql, values)) as Row[]
    const query: CompiledQuery<Row> = { ...compiled, parameters: values }
    return (await database.executeQuery(query)).rows
  }
}

function placeholders<G>(): G {
  return new Proxy({}, { get: (_, name) => new Given(String(name)) }) as G
}
