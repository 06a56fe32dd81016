import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listFaceSpecimens } from './list-face-specimens.ts'

test('lists single faces by collection and holds out whole collections', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'faces-'))
  const table = 'file,subject,kind\na.jpg,anna,face\nb.jpg,,group\nc.jpg,,spoof\n'
  for (const source of ['lfw-krasserm', 'azure-family']) {
    await mkdir(join(folder, source))
    await writeFile(join(folder, source, 'labels.csv'), table)
  }
  const specimens = await listFaceSpecimens(folder)
  await rm(folder, { recursive: true })
  expect(specimens.map(({ source, subject, split }) => [source, subject, split])).toEqual([
    ['azure-family', 'anna', 'development'],
    ['lfw-krasserm', 'anna', 'held-out'],
  ])
})
