import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkDirection, type Violation } from './check-direction.ts'
import { DIRECTION_RULES } from './direction-rules.ts'

/** A small house in which every rule holds. */
const SOUND: Record<string, string> = {
  'package.json': JSON.stringify({
    dependencies: { fastify: '1', kysely: '1', preact: '1' },
    devDependencies: { vitest: '1' },
  }),
  'domain/word.ts': 'export type Word = string',
  'analysis/see.ts': "import type { Word } from '../domain/word.ts'\nexport const see = (word: Word) => word",
  'server/platform/database/database.ts':
    '/** Owner room: webhooks. One a status. */\nexport interface CallsTable {}\nexport interface Database {\n  calls: CallsTable\n  keys: KeysTable\n}',
  'server/platform/database/tables/keys-table.ts':
    '/** Owner room: webhooks. One a key. */\nexport interface KeysTable {}',
  'server/platform/database/embedded.ts':
    "import './database.ts'\nimport '../queue/queue.ts'\nimport 'kysely'",
  'server/platform/queue/queue.ts': "import '../database/database.ts'",
  'server/platform/queue/boss.ts': "import './queue.ts'",
  'server/webhooks/_call-rows.ts':
    "import '../platform/database/database.ts'\nexport const rows = (db: Db) => db.selectFrom('calls')",
  'server/webhooks/call.ts': "import './_call-rows.ts'\nimport '../../domain/word.ts'",
  'server/assets/keep.ts': "import '../../domain/word.ts'",
  'server/journey/create.ts': "import '../webhooks/call.ts'\nimport '../assets/keep.ts'",
  'server/http/route.ts': "import '../journey/create.ts'\nimport 'fastify'",
  'server/roles/start-api.ts': "import '../http/route.ts'",
  'server/settings.ts': 'export const settings = 1',
  'server/main.ts':
    "import './settings.ts'\nimport './roles/start-api.ts'\nimport './platform/queue/boss.ts'",
  'capture-app/screen.tsx': "import 'preact'\nimport '../domain/word.ts'",
  'test/fakes/phone.ts': "import '../../server/main.ts'\nimport 'vitest'",
  'server/webhooks/call.test.ts':
    "import 'vitest'\nimport '../platform/queue/boss.ts'\nimport '../../test/fakes/phone.ts'",
}

/** For each rule, files that break it and nothing else. */
const PLANTED: [rule: string, planted: Record<string, string>][] = [
  ['domain-knows-nobody', { 'domain/word.ts': "import 'node:path'" }],
  ['domain-knows-nobody', { 'domain/word.ts': "import type { Kysely } from 'kysely'" }],
  ['analysis-never-does-io', { 'analysis/see.ts': "import { readFile } from 'fs/promises'" }],
  ['analysis-never-does-io', { 'analysis/see.ts': "import type { Database } from '../server/settings.ts'" }],
  ['rooms-do-not-meet', { 'server/assets/keep.ts': "export * from '../webhooks/call.ts'" }],
  ['rooms-do-not-meet', { 'server/assets/keep.test.ts': "import '../webhooks/call.ts'" }],
  ['rooms-look-down', { 'server/assets/ask.ts': "const way = () => import('../journey/create.ts')" }],
  ['rooms-look-down', { 'server/assets/ask.ts': "import '../http/route.ts'" }],
  ['journey-knows-no-door', { 'server/journey/end.ts': "import '../http/route.ts'" }],
  ['http-knows-no-process', { 'server/http/other.ts': "import '../settings.ts'" }],
  ['platform-looks-down', { 'server/platform/queue/peek.ts': "import '../../assets/keep.ts'" }],
  ['only-main-picks-adapters', { 'server/roles/start-worker.ts': "import '../platform/queue/boss.ts'" }],
  ['adapters-see-ports', { 'server/platform/queue/boss.ts': "import '../database/embedded.ts'" }],
  ['underscore-is-private', { 'server/journey/end.ts': "import '../webhooks/_call-rows.ts'" }],
  ['browsers-see-only-words', { 'capture-app/screen.tsx': "import '../analysis/see.ts'" }],
  ['product-knows-no-test', { 'server/assets/keep.ts': "import '../../test/people/mrz.ts'" }],
  [
    'product-knows-no-test',
    { 'server/assets/keep.ts': "const page = new URL('../../test/fakes/phone.ts', import.meta.url)" },
  ],
  ['product-uses-shipped-packages', { 'server/assets/keep.ts': "import 'vitest'" }],
  ['product-uses-shipped-packages', { 'server/assets/keep.ts': "import 'left-pad'" }],
  [
    'table-has-one-owner',
    { 'server/assets/keep.ts': "export const peek = (db: Db) => db.selectFrom('calls')" },
  ],
  [
    'table-has-one-owner',
    { 'server/assets/keep.ts': "export const peek = (db: Db) => db.selectFrom('keys')" },
  ],
  [
    'table-has-one-owner',
    { 'server/journey/end.ts': "export const peek = (db: Db) => db.selectFrom('x').innerJoin('calls as c')" },
  ],
  [
    'no-circles',
    {
      'domain/word.ts': "import type { A } from './a.ts'",
      'domain/a.ts': "import type { B } from './word.ts'",
    },
  ],
]

describe('checkDirection()', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'vidimus-direction-'))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  test('finds nothing in a sound house, and looks at all of it', () => {
    const verdict = checkHouse(SOUND)
    expect(verdict.violations).toEqual([])
    expect(verdict.files).toBe(Object.keys(SOUND).length - 1)
    expect(verdict.imports).toBeGreaterThan(20)
  })

  test.each(PLANTED)('%s fires on a planted violation', (rule, planted) => {
    const { violations } = checkHouse({ ...SOUND, ...planted })
    expect(rulesOf(violations)).toEqual([rule])
    expect(Object.keys(planted)).toContain(violations[0].from)
  })

  test('has a planted violation for each rule', () => {
    const other = ['product-uses-shipped-packages', 'table-has-one-owner', 'no-circles']
    const rules = new Set([...DIRECTION_RULES.map(({ name }) => name), ...other])
    expect(new Set(PLANTED.map(([rule]) => rule))).toEqual(rules)
  })

  function checkHouse(files: Record<string, string>) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    return checkDirection(root)
  }
})

function rulesOf(violations: Violation[]): string[] {
  return [...new Set(violations.map(({ rule }) => rule))]
}
