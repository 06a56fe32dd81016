import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { SETTINGS } from '../../server/settings.ts'
import { listSources } from '../sources/list-sources.ts'
import { parseSource } from '../sources/parse-source.ts'
import { findDeadLinks } from './find-dead-links.ts'
import { findStaleSettings } from './find-stale-settings.ts'
import { findUndocumented } from './find-undocumented.ts'
import { listPages } from './list-pages.ts'
import { writeAccuracy } from './write-accuracy.ts'
import { writeRules } from './write-rules.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const RECORDED = join(PROJECT, 'bench/results/accuracy')
/** Pages that are made of something else, and how. */
const MADE_PAGES: readonly [path: string, text: string][] = [
  ['docs/rules.md', writeRules()],
  ['docs/accuracy.md', writeAccuracy(RECORDED)],
]

if (process.argv.includes('--write')) {
  for (const [path, text] of MADE_PAGES) writeFileSync(join(PROJECT, path), text)
}
const stalePages = MADE_PAGES.filter(([path, text]) => !isAsMade(path, text)).map(
  ([path]) => `${path} is stale: node tools/docs/run.ts --write`,
)

const undocumented = listSources(PROJECT).map(parseSource).flatMap(findUndocumented)
const pages = listPages(PROJECT)
const deadLinks = pages.flatMap((page) => findDeadLinks(PROJECT, page))
const staleSettings = findStaleSettings(SETTINGS, pages.find(({ path }) => path === 'README.md')?.text ?? '')
for (const place of undocumented) console.error(`No doc comment: ${place}`)
for (const fault of [...deadLinks, ...staleSettings, ...stalePages]) console.error(fault)
const faults = undocumented.length + deadLinks.length + staleSettings.length + stalePages.length
console.log(
  faults === 0
    ? 'Docs: every export is documented, every link leads somewhere, the settings are told as they are'
    : `Docs: ${undocumented.length} exports without a doc, ${deadLinks.length} dead links, ${staleSettings.length} stale settings`,
)
process.exitCode = faults === 0 ? 0 : 1

function isAsMade(path: string, text: string): boolean {
  const page = join(PROJECT, path)
  return existsSync(page) && readFileSync(page, 'utf8') === text
}
