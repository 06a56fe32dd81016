import { resolve } from 'node:path'
import { listSources } from '../sources/list-sources.ts'
import { parseSource } from '../sources/parse-source.ts'
import { findDeadLinks } from './find-dead-links.ts'
import { findUndocumented } from './find-undocumented.ts'
import { listPages } from './list-pages.ts'

const PROJECT = resolve(import.meta.dirname, '../..')

const undocumented = listSources(PROJECT).map(parseSource).flatMap(findUndocumented)
const deadLinks = listPages(PROJECT).flatMap((page) => findDeadLinks(PROJECT, page))
for (const place of undocumented) console.error(`No doc comment: ${place}`)
for (const link of deadLinks) console.error(link)
const faults = undocumented.length + deadLinks.length
console.log(
  faults === 0
    ? 'Docs: every export is documented, every link leads somewhere'
    : `Docs: ${undocumented.length} exports without a doc, ${deadLinks.length} dead links`,
)
process.exitCode = faults === 0 ? 0 : 1
