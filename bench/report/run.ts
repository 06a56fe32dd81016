import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { encodeImage } from '../../server/assets/encode-image.ts'
import { openAuthority } from '../../server/platform/keys/local-authority.ts'
import { openDocumentSigner } from '../../server/platform/keys/local-document-signer.ts'
import { preparePicture } from '../../server/reports/prepare-picture.ts'
import { renderReport } from '../../server/reports/render-report.ts'
import type { ReportContent } from '../../server/reports/report-content.ts'
import { signReport } from '../../server/reports/sign-report.ts'
import { makeReportAsset, makeReportContent } from '../../test/fakes/reports/report-content.ts'
import { CAST } from '../../test/people/cast.ts'
import { drawDocument } from '../../test/people/documents/draw-document.ts'
import { issueDocument } from '../../test/people/documents/issue-document.ts'
import { drawPortrait } from '../../test/people/person/draw-portrait.ts'
import { describeMachine } from '../journey/measure/describe-machine.ts'

const RESULTS = resolve(import.meta.dirname, '../results/report.md')
/** Reports made before the measuring, as a service that runs has made them. */
const WARM_UP_RUNS = 15
const RUNS = 40
/** Frames, recordings and crops that an identity card and a face leave. */
const KEPT_ASSETS = 33
const GOAL_MS = 150

const circumstances = describeMachine()
const pngs = await drawPngs()
const content = contentOf(await Promise.all(pngs.map(preparePicture)))
const folder = await mkdtemp(join(tmpdir(), 'bench-report-'))
const clock = { now: () => new Date() }
const authority = await openAuthority(folder, { hostNames: ['localhost'], clock })
const signer = openDocumentSigner(folder, { authority, clock })
const rendered = await renderReport(content)
const signed = await signReport(rendered, signer)
const rows = [
  ['pictures made small (3 PNG, 1.5 megapixels)', await measure(() => Promise.all(pngs.map(preparePicture)))],
  ['rendered', await measure(() => renderReport(content))],
  ['signed', await measure(() => signReport(rendered, signer))],
] as const
await rm(folder, { recursive: true })
const page = write(rows.reduce((sum, [, ms]) => sum + ms, 0))
await writeFile(RESULTS, page)
console.log(page)

/** An identity card and a face at the size at which analysis keeps them. */
async function drawPngs(): Promise<Uint8Array[]> {
  const card = await drawDocument(issueDocument(CAST.anna, 'id-card'))
  const images = [card.front, card.back ?? card.front, drawPortrait(CAST.anna.person)]
  return Promise.all(images.map(encodeImage))
}

function contentOf([front, back, face]: NonNullable<ReportContent['pictures']['face']>[]): ReportContent {
  const assets = Array.from({ length: KEPT_ASSETS }, (_, index) =>
    makeReportAsset({ sha256: (index * 7919 + 13).toString(16).padStart(8, '0').repeat(8) }),
  )
  return makeReportContent({
    language: 'fr',
    pictures: { 'document-front': front, 'document-back': back, face },
    assets,
  })
}

/** Mean milliseconds of CPU that a run takes once warm, over all threads. */
async function measure(run: () => Promise<unknown>): Promise<number> {
  for (let count = 0; count < WARM_UP_RUNS; count++) await run()
  const before = process.cpuUsage()
  for (let count = 0; count < RUNS; count++) await run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / RUNS
}

function write(sumMs: number): string {
  const { cpu, cores, node, commit, loadBefore } = circumstances
  const date = clock.now().toISOString().slice(0, 10)
  return [
    '# The report of an identification',
    '',
    `Measured ${date} at commit ${commit} on ${cores} × ${cpu}, Node ${node}; load before ${loadBefore} (above 0 the`,
    'machine was not its own, and CPU time suffers from it too).',
    '',
    `Repeat with \`npx node bench/report/run.ts\`. An identity card with both sides, a face and ${KEPT_ASSETS} kept assets, in`,
    `French, warm: mean of ${RUNS} runs, CPU time of all threads.`,
    '',
    '| part | CPU, ms |',
    '|---|---|',
    ...rows.map(([name, ms]) => `| ${name} | ${ms.toFixed(1)} |`),
    `| **together** (goal: at most ${GOAL_MS}) | **${sumMs.toFixed(1)}** |`,
    '',
    `The file has ${(signed.length / 1000).toFixed(0)} kB.`,
    '',
  ].join('\n')
}
