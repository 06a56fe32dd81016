import { expect, test } from 'vitest'
import { findStaleSettings } from './find-stale-settings.ts'

const SETTINGS = [
  { name: 'VIDIMUS_PORT', default: '8443', meaning: 'Port' },
  { name: 'VIDIMUS_URL', default: '', meaning: 'Where' },
]

test('findStaleSettings() is content with a table that tells every setting as it is', () => {
  const readme = '| name |\n|---|\n| `VIDIMUS_PORT` | `8443` | Port |\n| `VIDIMUS_URL` | – | Where |\n'
  expect(findStaleSettings(SETTINGS, readme)).toEqual([])
})

test('findStaleSettings() finds what is missing, told otherwise, or gone', () => {
  const readme = '| `VIDIMUS_PORT` | `443` | Port |\n| `VIDIMUS_OLD` | – | Once |\n'
  expect(findStaleSettings(SETTINGS, readme)).toEqual([
    'README.md: its table of settings needs the row | `VIDIMUS_PORT` | `8443` | Port |',
    'README.md: its table of settings needs the row | `VIDIMUS_URL` | – | Where |',
    'README.md: there is no VIDIMUS_OLD',
  ])
})
