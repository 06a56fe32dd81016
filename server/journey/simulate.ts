import type { Transaction } from 'kysely'
import type { Client } from '../../domain/account.ts'
import { type IdentificationStatus, statusesBetween } from '../../domain/identification.ts'
import type { IdentificationRecord } from '../../domain/identification-record.ts'
import { Problem } from '../../domain/problem.ts'
import type { SimulatedAnswer, Simulation } from '../../domain/simulation.ts'
import { replaceAnswer } from '../checks/save-answer.ts'
import { simulateAnswer } from '../checks/simulate-answer.ts'
import { findIdentification, findReferenceData } from '../identifications/find-identification.ts'
import { type LockedIdentification, lockIdentification } from '../identifications/lock-identification.ts'
import { markSimulated } from '../identifications/mark-simulated.ts'
import { noteAttempt } from '../identifications/note-attempt.ts'
import { openDataKey } from '../identifications/open-data-key.ts'
import { saveConclusion } from '../identifications/save-conclusion.ts'
import type { Database } from '../platform/database/database.ts'
import type { DataKey } from '../platform/keys/keys.ts'
import { moveTo } from './_move-to.ts'
import { noteClient } from './_note-client.ts'
import { fetchIdentification } from './fetch.ts'
import type { JourneyContext } from './journey-context.ts'

/**
 * Has an identification of the test environment come to a status without an applicant: every status on the
 * way is written and announced as when it really happens. Throws `Problem('unknown_record')`,
 * `Problem('params_invalid')` for a status that does not follow.
 */
export async function simulate(
  context: JourneyContext,
  client: Client,
  wanted: { id: string; simulation: Simulation },
): Promise<IdentificationRecord> {
  const now = context.clock.now()
  const { row } = await findIdentification(context, client, wanted.id)
  await context.database.transaction().execute(async (transaction) => {
    const identification = await lockIdentification(transaction, { id: row.id })
    const { simulation } = wanted
    const statuses = statusesTo(identification, simulation.status)
    const simulated = { client, action: 'identification.simulated', identificationId: row.identification_id }
    await noteClient(context, transaction, simulated)
    await markSimulated(transaction, identification.id, now)
    const dataKey = await openDataKey({ ...context, database: transaction }, identification.id)
    if (!dataKey) throw new Problem('params_invalid', 'The identification is anonymized')
    const { answer } = simulation
    if (answer) await keepAnswer(transaction, identification, { answer, dataKey, now })
    await walk(context, transaction, { client, identification, statuses, simulation, dataKey, now })
  })
  return fetchIdentification(context, client, wanted.id)
}

function statusesTo(identification: LockedIdentification, to: IdentificationStatus): IdentificationStatus[] {
  const statuses = statusesBetween(identification.status, to)
  if (statuses) return statuses
  const detail = `status cannot become ${to}: the identification is ${identification.status}`
  throw new Problem('params_invalid', detail, [{ detail, pointer: '/data/attributes/status' }])
}

async function keepAnswer(
  transaction: Transaction<Database>,
  identification: LockedIdentification,
  { answer: wanted, dataKey, now }: { answer: SimulatedAnswer; dataKey: DataKey; now: Date },
): Promise<void> {
  const declared = await findReferenceData(transaction, identification.id, dataKey)
  const { firstName, lastName, birthDate } = declared
  const subject = {
    declared: { firstName, lastName, birthDate },
    faceRequired: identification.face_required,
  }
  const concluded = { answer: simulateAnswer(wanted, subject), dataKey, now }
  await replaceAnswer(transaction, identification.id, concluded)
  await saveConclusion(transaction, identification.id, concluded)
}

interface Walk {
  client: Client
  identification: LockedIdentification
  statuses: IdentificationStatus[]
  simulation: Simulation
  dataKey: DataKey
  now: Date
}

async function walk(
  context: JourneyContext,
  transaction: Transaction<Database>,
  { client, identification, statuses, simulation, dataKey, now }: Walk,
): Promise<void> {
  let moved = identification
  for (const to of statuses) {
    if (to === 'initiated') await noteVisit(context, transaction, { identification: moved.id, dataKey, now })
    const change = { identification: moved, to, now, client }
    if (to === 'aborted' && simulation.left) {
      moved = await moveTo(context, transaction, { ...change, left: simulation.left })
    } else if (to === 'processed' && simulation.answer) {
      moved = await moveTo(context, transaction, { ...change, score: simulation.answer.score })
    } else {
      moved = await moveTo(context, transaction, change)
    }
  }
}

/** An attempt of nobody, so that the number of attempts is what a client sees of a real one. */
async function noteVisit(
  { linkMs }: JourneyContext,
  transaction: Transaction<Database>,
  { identification, dataKey, now }: { identification: number; dataKey: DataKey; now: Date },
): Promise<void> {
  const expiresAt = new Date(now.getTime() + linkMs)
  const visit = { userAgent: null, ipAddress: null, dataKey, now, expiresAt }
  await noteAttempt(transaction, identification, visit)
}
