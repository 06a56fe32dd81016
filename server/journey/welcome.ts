import type { CaptureWelcome } from '../../domain/capture-plan.ts'
import { isOpen } from '../../domain/identification.ts'
import { DOCUMENT_CHOICES } from '../../domain/scene.ts'
import { findConfiguration } from '../configurations/find-configuration.ts'
import { openDataKey } from '../identifications/open-data-key.ts'
import { openResidence, readIdentification } from '../identifications/read-identification.ts'
import { returnUrlOf } from './_link.ts'
import type { JourneyContext } from './journey-context.ts'

/** What the capture app shows first. Throws `Problem('unknown_record')`. */
export async function welcome(context: JourneyContext, identificationId: string): Promise<CaptureWelcome> {
  const identification = await readIdentification(context.database, { identificationId })
  const configuration = await findConfiguration(context.database, identification.configuration_id)
  const dataKey = await openDataKey(context, identification.id)
  const isOver = identification.expires_at <= context.clock.now()
  const status = isOver && isOpen(identification.status) ? 'expired' : identification.status
  return {
    status,
    requesterName: configuration.name,
    documents: [...DOCUMENT_CHOICES],
    faceRequired: identification.face_required,
    placeOfResidence: isOpen(status) ? openResidence(dataKey, identification) : null,
    redirectUrl: isOpen(status) ? null : returnUrlOf({ ...identification, status }),
  }
}
