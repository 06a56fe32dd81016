import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { readPairs } from './read-pairs.ts'

let folder = ''
let told = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pairs-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(() => {
  told = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told += text
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

async function pairsOf(text: string) {
  const path = join(folder, 'pairs.csv')
  await writeFile(path, text)
  return readPairs(path)
}

it('reads a row as a pair, with a heading or without, and ignores further columns', async () => {
  const pairs = [
    { a: 'one.jpg', b: 'two.jpg' },
    { a: 'one.jpg', b: 'three.jpg' },
  ]
  expect(await pairsOf('one.jpg,two.jpg\none.jpg,three.jpg\n')).toEqual(pairs)
  expect(await pairsOf('\ufeffa,b,same\r\n one.jpg , two.jpg ,1\r\none.jpg,three.jpg,0\r\n\r\n')).toEqual(
    pairs,
  )
  expect(told).toBe('')
})

it('takes names in quotation marks, with commas and marks inside', async () => {
  expect(await pairsOf('"Doe, Jane.jpg","the ""other"".jpg"\n')).toEqual([
    { a: 'Doe, Jane.jpg', b: 'the "other".jpg' },
  ])
})

it('takes the spaces around names away, however many, and tells a row with a mark after them', async () => {
  const spaces = ' '.repeat(100_000)
  const row = `${spaces}one.jpg${spaces},${spaces}"two.jpg"${spaces}`
  expect(await pairsOf(`${row}\n${spaces}x${spaces}"\n${spaces}"x"${spaces}y\n`)).toEqual([
    { a: 'one.jpg', b: 'two.jpg' },
  ])
  const list = join(folder, 'pairs.csv')
  expect(told).toBe([2, 3].map((at) => `${list}: Row ${at} of the list has not two files\n`).join(''))
})

it('tells rows that have not two files, and keeps the others', async () => {
  const text = 'a,b\none.jpg,two.jpg\nalone.jpg\n,two.jpg\n"open,two.jpg\nthree.jpg,four.jpg\n'
  expect(await pairsOf(text)).toEqual([
    { a: 'one.jpg', b: 'two.jpg' },
    { a: 'three.jpg', b: 'four.jpg' },
  ])
  const list = join(folder, 'pairs.csv')
  const faults = [3, 4, 5].map((row) => `${list}: Row ${row} of the list has not two files\n`)
  expect(told).toBe(faults.join(''))
  expect(process.exitCode).toBe(2)
})

it('refuses lists that are no files, empty or too long, before they are read', async () => {
  await expect(readPairs(folder)).rejects.toThrow('It is not a file')
  await expect(readPairs('/dev/zero')).rejects.toThrow('It is not a file')
  await expect(readPairs(join(folder, 'none.csv'))).rejects.toThrow('There is no such file')
  await expect(pairsOf('a,b\n')).rejects.toThrow('The list is empty')
  await expect(pairsOf('x,y\n'.repeat(100_001))).rejects.toThrow('more than 100000 pairs')
  await expect(pairsOf(' '.repeat(16 * 1024 * 1024 + 1))).rejects.toThrow('more than 16777216 bytes')
})
