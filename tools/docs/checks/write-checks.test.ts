import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RULES } from '../../../server/checks/rules/rule-table.ts'
import { DOCUMENT_CHECKS } from './document-checks.ts'
import { FACE_CHECKS } from './face-checks.ts'
import { writeChecks } from './write-checks.ts'

function writeFrom(files: Record<string, unknown>): string {
  const folder = mkdtempSync(join(tmpdir(), 'checks-'))
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), JSON.stringify(content))
  const page = writeChecks(folder)
  rmSync(folder, { recursive: true })
  return page
}

const share = (positives: number[], negatives: number[]) => {
  const [one, other] = [positives, negatives].map(([valid, invalid, unsure, nothing]) => ({
    valid,
    invalid,
    unsure,
    nothing,
  }))
  const set = 'pictures of real documents, held-out, distorted by the bench'
  return { shares: [{ set, check: 'glare', positives: one, negatives: other }], tried: [] }
}

test('writeChecks() tells the scores of both classes, and whether they differ', () => {
  const apart = writeFrom({ 'doubts-checks.json': share([0, 0, 20, 0], [20, 0, 0, 0]) })
  expect(apart).toMatch(/\| Glare \| `quality-score` \| real \| 20 \| 0 \/ 0 \/ 20 \/ 0 \| .* \| yes \|/)
  const alike = writeFrom({ 'doubts-checks.json': share([2, 0, 1, 0], [3, 0, 0, 0]) })
  expect(alike).toMatch(/\| Glare \| `quality-score` \| real \| 3 \| .* \| not shown with this data \|/)
})

test('writeChecks() counts what is not among the figures as the rest', () => {
  const figure = (name: string, count: number) => ({ name, count, total: 8, better: 'less' })
  const page = writeFrom({
    'attacks.json': [figure('drawn, turns alone: photo held still, passed', 1)],
  })
  expect(page).toMatch(/\| Turns that were asked.* \| drawn \| 8 \| 1 \/ 0 \/ 7 \/ 0 \|/)
})

test('writeChecks() tells -1 and null of printed fields apart', () => {
  const figure = (score: number, count: number) => ({
    name: `states' own layouts, zone of another person: mrz-viz ${score}`,
    count,
    total: 16,
    better: 'less',
  })
  const page = writeFrom({ 'fields.json': [figure(1, 1), figure(0, 8), figure(-1, 4)] })
  expect(page).toMatch(/\| Machine readable zone against visual .* \| drawn \| 16 \| 1 \/ 8 \/ 4 \/ 3 \|/)
})

test('writeChecks() calls real data of the development half so', () => {
  const set = (half: string) =>
    `print and zones of pictures of real documents, ${half}, distorted by the bench`
  const scores = { valid: 0, invalid: 0, unsure: 1, nothing: 0 }
  const shares = ['development', 'held-out'].map((half) => ({
    set: set(half),
    check: 'print of another',
    positives: scores,
    negatives: scores,
  }))
  const page = writeFrom({ 'doubts-checks.json': { shares, tried: [] } })
  expect(page).toMatch(/\| Machine readable zone against visual .* \| real, development \| 1 \|/)
  expect(page).toMatch(/\| Machine readable zone against visual .* \| real \| 1 \|/)
})

test('every rule of the table has a line, and no line names a rule that is none', () => {
  const page = writeFrom({})
  const named = [...DOCUMENT_CHECKS, ...FACE_CHECKS].flatMap(({ rules }) => rules)
  expect(named.filter((name) => !RULES.some((rule) => rule.name === name))).toEqual([])
  expect(RULES.filter(({ name }) => !named.includes(name)).map(({ name }) => name)).toEqual([])
  expect(page).toContain('| Portrait pasted |')
})
