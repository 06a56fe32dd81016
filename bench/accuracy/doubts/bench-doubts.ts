import { join } from 'node:path'
import type { Engine } from '../../../analysis/engine.ts'
import { listSpecimens } from '../specimens/list-specimens.ts'
import { drawnDoubts } from './drawn-doubts.ts'
import { measureDoubts } from './measure-doubts.ts'
import { reportDoubts } from './report-doubts.ts'
import { specimenDoubts } from './specimen-doubts.ts'

const INTRODUCTION = `What each check says of sides that have what it asks for and of sides that nothing is wrong with, with 95 % intervals (Wilson, %).
Blurred, smeared, dark, cut and too far are one check in an answer: a side whose zone was read with all its digits is clear
enough, whatever was done to it. No real photocopy, screen or hand was filmed. Not implemented, and null in every answer:
hands over the card, flat print and dynamic view, portrait pasted, damage, fonts and geometry.
`

/** Measures the checks that doubt documents and gives their tables. Half a minute for each film of a recipe. */
export async function benchDoubts(
  engine: Engine,
  { folder, films }: { folder: string; films: number },
): Promise<string> {
  const specimens = await listSpecimens(join(folder, 'documents'))
  const outcomes = await measureDoubts(engine, [...specimenDoubts(specimens), ...drawnDoubts(films)])
  return `${INTRODUCTION}\n${reportDoubts(outcomes)}`
}
