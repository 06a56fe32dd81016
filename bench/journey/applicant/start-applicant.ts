import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { VerificationRequest, VerificationTimes } from './verify-once.ts'

const MODULE = join(import.meta.dirname, 'applicant-process.ts')
/** A whole visit on a busy machine, ms. */
const VISIT_LIMIT_MS = 180_000

/** What an applicant's process tells. */
export type ApplicantReport =
  | { kind: 'ready' }
  | { kind: 'verified'; times: VerificationTimes }
  | { kind: 'failed'; reason: string }

/** An applicant in a process of their own: sending takes its CPU from nobody's count. */
export interface Applicant {
  /** Goes through one verification. Throws an Error with the reason where it fails. */
  verify(request: VerificationRequest): Promise<VerificationTimes>
  close(): Promise<void>
}

/** Starts an applicant's process and waits until it has loaded what it needs. */
export async function startApplicant(): Promise<Applicant> {
  const child = fork(MODULE)
  await nextReport(child)
  return {
    verify: async (request) => {
      if (!child.connected) throw new Error("The applicant's process has ended")
      const reported = nextReport(child)
      child.send(request)
      const report = await reported
      if (report.kind === 'verified') return report.times
      throw new Error(report.kind === 'failed' ? report.reason : 'The applicant began anew')
    },
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.disconnect()
      await once(child, 'exit')
    },
  }
}

function nextReport(child: ChildProcess): Promise<ApplicantReport> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      child.off('message', onMessage)
      child.off('exit', onExit)
    }
    const onMessage = (report: ApplicantReport) => {
      end()
      resolve(report)
    }
    const onExit = (code: number | null, signal: string | null) => {
      end()
      reject(new Error(`The applicant's process ended with ${signal ?? code}`))
    }
    const timer = setTimeout(() => {
      end()
      reject(new Error(`The visit took longer than ${VISIT_LIMIT_MS / 1000} s`))
    }, VISIT_LIMIT_MS)
    child.on('message', onMessage)
    child.on('exit', onExit)
  })
}
