import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { findDeadLinks } from './find-dead-links.ts'

const PROJECT = resolve(import.meta.dirname, '../..')

test('findDeadLinks() follows links from the folder of their page', () => {
  const text = '[a](find-dead-links.ts) [b](../../package.json#top) [c](https://example.org) [d](#here)'
  expect(findDeadLinks(PROJECT, { path: 'tools/docs/page.md', text })).toEqual([])
})

test('findDeadLinks() names what leads nowhere, but not in code', () => {
  const text = '[a](gone.ts) <img src="gone.png">\n\n```\n[b](also-gone.ts)\n```\n'
  expect(findDeadLinks(PROJECT, { path: 'tools/docs/page.md', text })).toEqual([
    'tools/docs/page.md: link to gone.ts leads nowhere',
    'tools/docs/page.md: link to gone.png leads nowhere',
  ])
})
