import { isTest } from '../sources/is-test.ts'
import type { ParsedSource } from '../sources/parse-source.ts'
import { findClockReads } from './find-clock-reads.ts'
import type { MeasuredFunction } from './measure-functions.ts'

/** Lines a file may have; 200 are wanted (STYLE.md, 14). */
export const MAX_FILE_LINES = 300
/** Lines a function may have; 40 are wanted (STYLE.md, 14). */
export const MAX_FUNCTION_LINES = 70
/** Files of one folder, tests not counted (STYLE.md, 7). */
export const MAX_FOLDER_FILES = 15
/**
 * Folders that are flat on purpose, as a list that is read by name: the words, the steps, the doors and the resources.
 */
const LISTS = new Set([
  'domain',
  'server/journey',
  'server/http',
  'server/http/endpoints',
  'server/platform/database/migrations',
])
/** Files of such a list. */
export const MAX_LIST_FILES = 30
/** Folders below a top folder: `server/platform/media/rtp` is three (STYLE.md, 7). */
export const MAX_DEPTH = 4

/** Names that say nothing (STYLE.md, 6). */
const EMPTY_NAMES = /^(utils?|helpers?|commons?|misc|base|managers?|services?|types|index)$/
/** A file that is what its name says: it starts the whole service for a test. */
const NAMED_FOR_WHAT_IT_IS = new Set(['test/fakes/service.ts'])

/** Everything about the shape of the sources that is over a limit, one line each. */
export function findFaults(sources: ParsedSource[], functions: MeasuredFunction[]): string[] {
  return [
    ...findLongFiles(sources),
    ...findLongFunctions(functions),
    ...findFullFolders(sources.map(({ path }) => path)),
    ...findBadPlaces(sources.map(({ path }) => path)),
    ...sources.flatMap((source) =>
      findClockReads(source).map((line) => `${source.path}:${line} reads the time: ask platform.clock`),
    ),
  ]
}

/** Lines of a file, the last line break not counted as another. */
export function countLines(text: string): number {
  return text.replace(/\n$/, '').split('\n').length
}

/** Files in each folder, tests not counted, the fullest first. */
export function countFolders(paths: string[]): [folder: string, files: number][] {
  const counts = new Map<string, number>()
  for (const path of paths) {
    if (/\.test\.tsx?$/.test(path)) continue
    const folder = path.slice(0, path.lastIndexOf('/'))
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])
}

function findLongFiles(sources: ParsedSource[]): string[] {
  return sources
    .map(({ path, text }) => ({ path, lines: countLines(text) }))
    .filter(({ lines }) => lines > MAX_FILE_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines, limit ${MAX_FILE_LINES}`)
}

function findLongFunctions(functions: MeasuredFunction[]): string[] {
  return functions
    .filter(({ path, lines }) => lines > MAX_FUNCTION_LINES && !isTest(path))
    .map(
      ({ path, line, name, lines }) =>
        `${path}:${line} ${name} has ${lines} lines, limit ${MAX_FUNCTION_LINES}`,
    )
}

function findFullFolders(paths: string[]): string[] {
  return countFolders(paths)
    .map(([folder, files]) => ({
      folder,
      files,
      limit: LISTS.has(folder) ? MAX_LIST_FILES : MAX_FOLDER_FILES,
    }))
    .filter(({ files, limit }) => files > limit)
    .map(({ folder, files, limit }) => `${folder}/ has ${files} files, limit ${limit}`)
}

function findBadPlaces(paths: string[]): string[] {
  return paths.flatMap((path) => {
    const steps = path.split('/')
    const folders = steps.slice(0, -1)
    const names = [...folders, steps[steps.length - 1].replace(/(\.test)?\.tsx?$/, '').replace(/^_/, '')]
    const empty = NAMED_FOR_WHAT_IT_IS.has(path) ? [] : names.filter((name) => EMPTY_NAMES.test(name))
    const deep = folders.length > MAX_DEPTH + 1
    return [
      ...empty.map((name) => `${path}: "${name}" says nothing; name what it holds`),
      ...(deep ? [`${path} lies ${folders.length - 1} folders deep, limit ${MAX_DEPTH}`] : []),
    ]
  })
}
