import type { Circumstances } from '../journey/measure/describe-machine.ts'

/** The heading of a run: when, of what and where, and of which sample where it is not the one by default. */
export function runHead({
  date,
  cpu,
  cores,
  node,
  commit,
  changedFiles,
  sample,
}: Circumstances & { date: string; sample: string }): string {
  const changes = changedFiles.length > 0 ? ` with ${changedFiles.length} files changed` : ''
  const told = sample === '' ? [] : [`Another sample than by default: ${sample}.`, '']
  return [`## ${date}, commit ${commit}${changes}`, '', `${cores} × ${cpu}, Node ${node}.`, '', ...told].join(
    '\n',
  )
}
