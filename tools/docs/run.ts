import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { SETTINGS } from '../../server/settings.ts'
import { listSources } from '../sources/list-sources.ts'
import { parseSource } from '../sources/parse-source.ts'
import { findDeadLinks } from './find-dead-links.ts'
import { findStaleSettings } from './find-stale-settings.ts'
import { findUndocumented } from './find-undocumented.ts'
import { listPages } from './list-pages.ts'
import { writeRules } from './write-rules.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const RULES_PAGE = join(PROJECT, 'docs/rules.md')

if (process.argv.includes('--write')) writeFileSync(RULES_PAGE, writeRules())
const staleRules =
  existsSync(RULES_PAGE) && readFileSync(RULES_PAGE, 'utf8') === writeRules()
    ? []
    : ['docs/rules.md is stale: node tools/docs/run.ts --write']

const undocumented = listSources(PROJECT).map(parseSource).flatMap(findUndocumented)
const pages = listPages(PROJECT)
const deadLinks = pages.flatMap((page) => findDeadLinks(PROJECT, page))
const staleSettings = findStaleSettings(SETTINGS, pages.find(({ path }) => path === 'README.md')?.text ?? '')
for (const place of undocumented) console.error(`No doc comment: ${place}`)
for (const fault of [...deadLinks, ...staleSettings, ...staleRules]) console.error(fault)
const faults = undocumented.length + deadLinks.length + staleSettings.length + staleRules.length
console.log(
  faults === 0
    ? 'Docs: every export is documented, every link leads somewhere, the settings are told as they are'
    : `Docs: ${undocumented.length} exports without a doc, ${deadLinks.length} dead links, ${staleSettings.length} stale settings`,
)
process.exitCode = faults === 0 ? 0 : 1
