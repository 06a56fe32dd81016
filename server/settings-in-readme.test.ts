import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SETTINGS } from './settings.ts'

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

test.each(SETTINGS)(
  'The README tells of $name, its default and its meaning',
  ({ name, meaning, ...setting }) => {
    const value = setting.default === '' ? '–' : `\`${setting.default}\``
    expect(README).toContain(`| \`${name}\` | ${value} | ${meaning} |`)
  },
)
