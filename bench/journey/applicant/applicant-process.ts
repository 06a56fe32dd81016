import type { ApplicantReport } from './start-applicant.ts'
import { type VerificationRequest, verifyOnce } from './verify-once.ts'

process.on('message', (request: VerificationRequest) => {
  verifyOnce(request).then(
    (times) => report({ kind: 'verified', times }),
    (fault) => report({ kind: 'failed', reason: fault instanceof Error ? fault.message : String(fault) }),
  )
})
process.on('disconnect', () => process.exit(0))
report({ kind: 'ready' })

function report(message: ApplicantReport): void {
  process.send?.(message)
}
