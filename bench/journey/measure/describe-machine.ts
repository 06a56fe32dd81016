import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os'

/** Where and of what something was measured. */
export interface Circumstances {
  cpu: string
  cores: number
  memoryBytes: number
  system: string
  node: string
  /** Average runnable processes of the last minute when the bench began: above 0 the machine was not its own. */
  loadBefore: number
  commit: string
  /** Files that differ from the commit. */
  changedFiles: string[]
}

/** Tells the machine, the versions and the commit. */
export function describeMachine(): Circumstances {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    system: `${process.platform} ${release()} ${process.arch}`,
    node: process.version,
    loadBefore: Math.round(loadavg()[0] * 100) / 100,
    commit: git('rev-parse', '--short', 'HEAD'),
    changedFiles: git('status', '--porcelain', '--', ':/', ':(exclude,top)bench/results')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.slice(3)),
  }
}

function git(...words: string[]): string {
  return execFileSync('git', words, { cwd: import.meta.dirname, encoding: 'utf8' }).trimEnd()
}
