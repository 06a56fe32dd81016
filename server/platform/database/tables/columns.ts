import type { ColumnType, Generated } from 'kysely'

/** A number that PostgreSQL gives. */
export type Id = Generated<number>

/** A moment, always there. */
export type Time = ColumnType<Date, Date, Date>

/** A moment that may be yet to come. */
export type MaybeTime = ColumnType<Date | null, Date | null | undefined, Date | null>

/** A JSON column; written as text. */
export type Json<T> = ColumnType<T, string | null, string | null>

/** JSON encrypted under the identification's data key; null when there is none, and after anonymization. */
export type Sealed = ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
