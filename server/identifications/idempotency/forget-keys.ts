import { IDEMPOTENCY_MS } from '../../../domain/identification-form.ts'
import type { Platform } from '../../platform/platform.ts'
import { deleteKeysBefore } from './_key-rows.ts'

/** Forgets every key whose day is over. */
export async function forgetKeys({ database, clock }: Pick<Platform, 'database' | 'clock'>): Promise<void> {
  await deleteKeysBefore(database, new Date(clock.now().getTime() - IDEMPOTENCY_MS))
}
