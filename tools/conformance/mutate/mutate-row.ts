import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ConformanceRow } from '../conformance-row.ts'
import { runTest } from './run-test.ts'

/** `caught`: the test passes with the rule and fails without it; anything else is a row that proves nothing. */
export type MutationEnd = 'caught' | 'missed' | 'no test passes with the rule kept'

/** Runs a row's test in a copy of the project, then again with the row's rule switched off; the copy stays whole. */
export async function mutateRow(folder: string, { test, switchOff }: ConformanceRow): Promise<MutationEnd> {
  const kept = await runTest(folder, test)
  if (kept.passed === 0 || kept.failed > 0) return 'no test passes with the rule kept'
  const path = join(folder, switchOff.file)
  const text = await readFile(path, 'utf8')
  try {
    await writeFile(path, text.split(switchOff.find).join(switchOff.replace))
    const { failed } = await runTest(folder, test)
    return failed > 0 ? 'caught' : 'missed'
  } finally {
    await writeFile(path, text)
  }
}
