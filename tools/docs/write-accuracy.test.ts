import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeAccuracy } from './write-accuracy.ts'

test('writeAccuracy() says first what was not measured, then every topic, and which has no run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accuracy-'))
  writeFileSync(
    join(folder, 'cards.md'),
    '## 2026-01-01T10:00, commit abc1234\n\n| scene | found |\n|---|---|\n| desk | 6/6 |\n',
  )
  const exact = { name: 'drawn films, none: documents exact', count: 1, total: 200, better: 'more' }
  writeFileSync(join(folder, 'zones.json'), JSON.stringify([exact]))
  const page = writeAccuracy(folder)
  rmSync(folder, { recursive: true })
  const headings = page.match(/^##+ .*$/gm)
  expect(headings?.[0]).toBe('## Not measured')
  expect(page).toContain('## Cards found\n\n#### 2026-01-01T10:00, commit abc1234\n\n| scene | found |')
  expect(page).toMatch(/The same, but those .* beyond reading.* \| ≥ 97 % \| 1\/200 .* \| missed \|/)
  expect(page).toContain('| Cards found | 2026-01-01T10:00 | abc1234 |\n| Doubts about documents | – | – |')
  expect(page).toContain('| ≤ 0 % | – | not measured |')
  expect(page).toContain('## Faces\n\nNo run is recorded yet.')
})
