import type { ColumnType, Generated } from 'kysely'

/** A number that PostgreSQL gives. */
export type Id = Generated<number>

/** A moment, always there. */
export type Time = ColumnType<Date, Date, Date>

/** A moment that may be yet to come. */
export type MaybeTime = ColumnType<Date | null, Date | null | undefined, Date | null>
