import { watchOthers } from './others-load.ts'
import { percentile } from './percentile.ts'
import { type CpuSeconds, readCpuSeconds } from './process-tree.ts'
import { watchMemory } from './watch-memory.ts'

/** One verification as it went. */
export type Visit =
  | {
      kind: 'verified'
      /** From the message that the last scene is captured to the answer of `finish`, ms. */
      answerMs: number
      /** The same from the hint for the last frame; null where it is not seen. */
      answerFromLastFrameMs: number | null
      /** From the first request to the answer of `finish`, ms. */
      visitMs: number
      /** What else the applicant's side noted. */
      details: object
    }
  | { kind: 'failed'; reason: string }

/** Percentiles of a row, s; null where nothing was verified. */
export interface Percentiles {
  p50: number | null
  p95: number | null
}

/** What a row of the bench tells. */
export interface Row {
  name: string
  /** Verifications that run together. */
  atOnce: number
  verified: number
  failed: number
  answerSeconds: Percentiles
  answerFromLastFrameSeconds: Percentiles
  visitSeconds: Percentiles
  /** Of the service's processes alone, everything they did during the row, by verifications, failed ones included. */
  cpuPerVerification: CpuSeconds
  /** Of the service's processes alone, bytes. */
  peakResidentBytes: number
  peakProportionalBytes: number
  /** Cores that processes outside the bench kept busy meanwhile; above 0 the row was disturbed. */
  othersCores: number
  visits: Visit[]
}

/** How to run a row. */
export interface RowRequest {
  name: string
  atOnce: number
  rounds: number
  /** Process id at the root of what is measured. */
  serviceProcessId: number
  /** One verification of a round, by the applicant's number from 0. Throws an Error where it fails. */
  verify(applicant: number): Promise<Omit<Extract<Visit, { kind: 'verified' }>, 'kind'>>
  onVisit(visit: Visit): void
}

/** Runs rounds of verifications, each round together, and measures what the service took for them. */
export async function measureRow(request: RowRequest): Promise<Row> {
  const { name, atOnce, rounds, serviceProcessId } = request
  const visits: Visit[] = []
  const memory = watchMemory(serviceProcessId)
  const others = await watchOthers()
  const cpuBefore = await readCpuSeconds(serviceProcessId)
  for (let round = 0; round < rounds; round++) {
    const together = Array.from({ length: atOnce }, (_, applicant) => visit(request, applicant))
    visits.push(...(await Promise.all(together)))
  }
  const cpuAfter = await readCpuSeconds(serviceProcessId)
  const othersCores = await others.end()
  const peak = await memory.end()
  const verified = visits.filter((one) => one.kind === 'verified')
  const lastFrames = verified.flatMap(({ answerFromLastFrameMs }) => answerFromLastFrameMs ?? [])
  return {
    name,
    atOnce,
    verified: verified.length,
    failed: visits.length - verified.length,
    answerSeconds: percentilesOf(verified.map(({ answerMs }) => answerMs)),
    answerFromLastFrameSeconds: percentilesOf(lastFrames),
    visitSeconds: percentilesOf(verified.map(({ visitMs }) => visitMs)),
    cpuPerVerification: cpuBetween(cpuBefore, cpuAfter, visits.length),
    peakResidentBytes: peak.residentBytes,
    peakProportionalBytes: peak.proportionalBytes,
    othersCores,
    visits,
  }
}

/** Processor time between two readings, shared by a count. */
export function cpuBetween(before: CpuSeconds, after: CpuSeconds, shares: number): CpuSeconds {
  const { serve, media, worker, postgres } = after
  return {
    serve: (serve - before.serve) / shares,
    media: (media - before.media) / shares,
    worker: (worker - before.worker) / shares,
    postgres: (postgres - before.postgres) / shares,
  }
}

async function visit({ verify, onVisit }: RowRequest, applicant: number): Promise<Visit> {
  const went = await verify(applicant).then(
    (times): Visit => ({ kind: 'verified', ...times }),
    (fault): Visit => ({ kind: 'failed', reason: fault instanceof Error ? fault.message : String(fault) }),
  )
  onVisit(went)
  return went
}

function percentilesOf(timesMs: number[]): Percentiles {
  const inSeconds = (timeMs: number | null) => timeMs && timeMs / 1000
  return { p50: inSeconds(percentile(timesMs, 0.5)), p95: inSeconds(percentile(timesMs, 0.95)) }
}
