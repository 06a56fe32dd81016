import type { PgBoss } from 'pg-boss'

/** PostgreSQL schema of the queue's own tables. */
export const QUEUE_SCHEMA = 'queue'

/** Gives claimed jobs back as if nobody had taken them: it is no try of theirs. */
export async function giveBack(boss: PgBoss, job: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const text = `update ${QUEUE_SCHEMA}.job set state = 'created', started_on = null, heartbeat_on = null
    where name = $1 and id = any($2::uuid[]) and state = 'active'`
  await boss.getDb().executeSql(text, [job, ids])
}
