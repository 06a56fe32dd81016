import type { Circumstances } from '../journey/measure/describe-machine.ts'

/** The heading of a run: when, of what and where. */
export function runHead({
  date,
  cpu,
  cores,
  node,
  commit,
  changedFiles,
}: Circumstances & { date: string }): string {
  const changes = changedFiles.length > 0 ? ` with ${changedFiles.length} files changed` : ''
  return [`## ${date}, commit ${commit}${changes}`, '', `${cores} × ${cpu}, Node ${node}.`, ''].join('\n')
}
