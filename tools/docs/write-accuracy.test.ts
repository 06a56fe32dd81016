import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeAccuracy } from './write-accuracy.ts'

test('writeAccuracy() says first what was not measured, then every topic, and which has no run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accuracy-'))
  writeFileSync(join(folder, 'cards.md'), '## 2026-01-01\n\n| scene | found |\n|---|---|\n| desk | 6/6 |\n')
  const page = writeAccuracy(folder)
  rmSync(folder, { recursive: true })
  const headings = page.match(/^##+ .*$/gm)
  expect(headings?.[0]).toBe('## Not measured')
  expect(page).toContain('## Cards found\n\n#### 2026-01-01\n\n| scene | found |')
  expect(page).toContain('## Faces\n\nNo run is recorded yet.')
})
