import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A page of the documentation: its path from the project's root and its text. */
export interface Page {
  path: string
  text: string
}

const LINK = /\]\(([^()\s]+)\)|(?:src|href)="([^"\s]+)"/g
const CODE_FENCE = /^```[\s\S]*?^```/gm
const OUTSIDE = /^[a-z]+:/

/** Relative links of a page that lead nowhere, as `path: target`. */
export function findDeadLinks(root: string, { path, text }: Page): string[] {
  const targets = [...text.replace(CODE_FENCE, '').matchAll(LINK)].map(([, link, picture]) => link ?? picture)
  return targets
    .filter((target) => !OUTSIDE.test(target) && !target.startsWith('#'))
    .filter((target) => !existsSync(join(root, dirname(path), decodeURI(target.split('#')[0]))))
    .map((target) => `${path}: link to ${target} leads nowhere`)
}
