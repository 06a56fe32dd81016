import { resolve } from 'node:path'
import { SETTINGS } from '../../server/settings.ts'
import { listSources } from '../sources/list-sources.ts'
import { parseSource } from '../sources/parse-source.ts'
import { findDeadLinks } from './find-dead-links.ts'
import { findStaleSettings } from './find-stale-settings.ts'
import { findUndocumented } from './find-undocumented.ts'
import { listPages } from './list-pages.ts'

const PROJECT = resolve(import.meta.dirname, '../..')

const undocumented = listSources(PROJECT).map(parseSource).flatMap(findUndocumented)
const pages = listPages(PROJECT)
const deadLinks = pages.flatMap((page) => findDeadLinks(PROJECT, page))
const staleSettings = findStaleSettings(SETTINGS, pages.find(({ path }) => path === 'README.md')?.text ?? '')
for (const place of undocumented) console.error(`No doc comment: ${place}`)
for (const fault of [...deadLinks, ...staleSettings]) console.error(fault)
const faults = undocumented.length + deadLinks.length + staleSettings.length
console.log(
  faults === 0
    ? 'Docs: every export is documented, every link leads somewhere, the settings are told as they are'
    : `Docs: ${undocumented.length} exports without a doc, ${deadLinks.length} dead links, ${staleSettings.length} stale settings`,
)
process.exitCode = faults === 0 ? 0 : 1
