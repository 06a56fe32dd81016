import { describe, expect, test } from 'vitest'
import { parseSource } from '../sources/parse-source.ts'
import { findFaults, MAX_FILE_LINES, MAX_FOLDER_FILES, MAX_FUNCTION_LINES } from './find-faults.ts'
import { measureFunctions } from './measure-functions.ts'

describe('findFaults()', () => {
  test('lets sources at their limits pass', () => {
    const body = '  run()\n'.repeat(MAX_FUNCTION_LINES - 2)
    const rest = '\n'.repeat(MAX_FILE_LINES - MAX_FUNCTION_LINES)
    expect(faultsOf({ 'server/http/a.ts': `function longest() {\n${body}}\n${rest}` })).toEqual([])
  })

  test('flags a file one line too long', () => {
    const faults = faultsOf({ 'server/http/a.ts': '\n'.repeat(MAX_FILE_LINES + 1) })
    expect(faults).toEqual(['server/http/a.ts has 301 lines, limit 300'])
  })

  test('flags a function one line too long, whatever stands in its strings', () => {
    const body = '  say("}", `}`) // }\n'.repeat(MAX_FUNCTION_LINES - 1)
    const faults = faultsOf({ 'server/http/a.ts': `\nconst talk = () => {\n${body}}\n` })
    expect(faults).toEqual(['server/http/a.ts:2 talk has 71 lines, limit 70'])
  })

  test('leaves the describe() of a test file as long as it is', () => {
    const body = '  run()\n'.repeat(MAX_FUNCTION_LINES)
    expect(faultsOf({ 'server/http/a.test.ts': `describe('a', () => {\n${body}})\n` })).toEqual([])
  })

  test('flags a folder with one file too many, tests not counted', () => {
    const paths = Array.from({ length: MAX_FOLDER_FILES + 1 }, (_, index) => `server/capture/a${index}.ts`)
    const full = Object.fromEntries([...paths, 'server/capture/a0.test.ts'].map((path) => [path, '']))
    expect(faultsOf(full)).toEqual(['server/capture/ has 16 files, limit 15'])
  })

  test.each(['server/utils/a.ts', 'server/http/helpers.ts', 'domain/index.ts', 'domain/_types.ts'])(
    'flags the empty name in %s',
    (path) => {
      expect(faultsOf({ [path]: '' })).toEqual([expect.stringContaining('says nothing')])
    },
  )

  test('flags a file that lies five folders deep', () => {
    expect(faultsOf({ 'test/a/b/c/d/e.ts': '' })).toEqual([])
    expect(faultsOf({ 'test/a/b/c/d/e/f.ts': '' })).toEqual([expect.stringContaining('5 folders deep')])
  })

  test.each(['new Date()', 'Date.now()', 'Date()'])('flags %s where the clock is an argument', (asked) => {
    const text = `export const now = () => ${asked}\n`
    expect(faultsOf({ 'domain/a.ts': text })).toEqual(['domain/a.ts:1 reads the time: ask platform.clock'])
    expect(faultsOf({ 'server/reports/a.ts': text })).toHaveLength(1)
    expect(faultsOf({ 'server/platform/clock/a.ts': text, 'capture-app/a.ts': text })).toEqual([])
  })

  test('lets a date be made from a value', () => {
    expect(faultsOf({ 'domain/a.ts': 'export const later = (ms: number) => new Date(ms)\n' })).toEqual([])
  })
})

function faultsOf(files: Record<string, string>): string[] {
  const sources = Object.entries(files).map(([path, text]) => parseSource({ path, text }))
  return findFaults(sources, sources.flatMap(measureFunctions))
}
