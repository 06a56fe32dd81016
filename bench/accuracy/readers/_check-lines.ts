import { checkZone } from '../../../analysis/mrz/format/check-zone.ts'
import { MRZ_LAYOUTS } from '../../../analysis/mrz/format/mrz-layout.ts'
import type { MrzFormat } from '../../../domain/facts.ts'

/** Whether lines have the size of a format and all of its check digits agree. */
export function areChecksValid(lines: readonly string[]): boolean {
  const format = formatOf(lines)
  const layout = MRZ_LAYOUTS[format]
  const hasSize =
    lines.length === layout.lines.length && lines.every(({ length }) => length === layout.lineLength)
  return hasSize && checkZone(format, lines).every(({ valid }) => valid)
}

function formatOf([first, ...others]: readonly string[]): MrzFormat {
  if (others.length === 2) return 'TD1'
  if (first.startsWith('IDFRA')) return 'FR-2x36'
  const isLong = first.length === MRZ_LAYOUTS.TD3.lineLength
  if (first.startsWith('V')) return isLong ? 'MRV-A' : 'MRV-B'
  return isLong ? 'TD3' : 'TD2'
}
