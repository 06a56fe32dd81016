import { resolve } from 'node:path'
import { isTest } from '../sources/is-test.ts'
import { listSources } from '../sources/list-sources.ts'
import { type ParsedSource, parseSource } from '../sources/parse-source.ts'
import { countFolders, countLines, findFaults } from './find-faults.ts'
import { type MeasuredFunction, measureFunctions } from './measure-functions.ts'
import { percentiles } from './percentiles.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
/** Fullest folders and longest functions shown. */
const SHOWN = 3

const sources = listSources(PROJECT).map(parseSource)
const functions = sources.flatMap(measureFunctions)
printShape(sources, functions)
const faults = findFaults(sources, functions)
for (const fault of faults) console.error(fault)
console.log(faults.length === 0 ? 'Shape: every limit is kept' : `Shape: ${faults.length} over the limits`)
process.exitCode = faults.length === 0 ? 0 : 1

function printShape(all: ParsedSource[], measured: MeasuredFunction[]): void {
  const own = all.filter(({ path }) => !isTest(path))
  const ownFunctions = measured.filter(({ path }) => !isTest(path))
  const longest = own.toSorted((a, b) => countLines(b.text) - countLines(a.text))[0]
  print(
    `${own.length} files, lines`,
    own.map(({ text }) => countLines(text)),
  )
  print(
    `${ownFunctions.length} functions, lines`,
    ownFunctions.map(({ lines }) => lines),
  )
  console.log(`longest file: ${longest.path}, ${countLines(longest.text)} lines`)
  for (const { path, line, name, lines } of ownFunctions
    .toSorted((a, b) => b.lines - a.lines)
    .slice(0, SHOWN)) {
    console.log(`longest functions: ${path}:${line} ${name}, ${lines} lines`)
  }
  for (const [folder, files] of countFolders(own.map(({ path }) => path)).slice(0, SHOWN)) {
    console.log(`fullest folders: ${folder}/, ${files} files`)
  }
}

function print(label: string, lengths: number[]): void {
  const { median, p90, max } = percentiles(lengths)
  console.log(`${label}: median ${median}, p90 ${p90}, longest ${max}`)
}
