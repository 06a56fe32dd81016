import type { SettingDescription } from '../../server/settings.ts'

const ROW = /^\| `(VIDIMUS_\w+)` \|.*$/gm

/** Settings that the README's table lacks or tells otherwise, and rows for settings that do not exist. */
export function findStaleSettings(settings: readonly SettingDescription[], readme: string): string[] {
  const rows = new Map([...readme.matchAll(ROW)].map(([row, name]) => [name, row]))
  const names = new Set(settings.map(({ name }) => name))
  const wrong = settings.map(rowOf).filter((row, index) => rows.get(settings[index].name) !== row)
  return [
    ...wrong.map((row) => `README.md: its table of settings needs the row ${row}`),
    ...[...rows.keys()].filter((name) => !names.has(name)).map((name) => `README.md: there is no ${name}`),
  ]
}

function rowOf({ name, default: standard, meaning }: SettingDescription): string {
  return `| \`${name}\` | ${standard === '' ? '–' : `\`${standard}\``} | ${meaning} |`
}
