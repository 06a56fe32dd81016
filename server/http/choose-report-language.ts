import { Problem } from '../../domain/problem.ts'
import { REPORT_LANGUAGES, type ReportLanguage } from '../reports/report-content.ts'
import { parseMediaRanges } from './_parse-media-ranges.ts'

/** API text, "Internationalization": "the default language is English". */
const DEFAULT_LANGUAGE: ReportLanguage = 'en'

/**
 * The language of a report: the `lang` parameter counts more than `Accept-Language`, and that more than the
 * default. Throws `Problem('params_invalid')` for a `lang` that there is no report in.
 */
export function chooseReportLanguage(lang: unknown, acceptLanguage: string | undefined): ReportLanguage {
  if (lang !== undefined) return readLanguage(lang)
  return preferredLanguage(acceptLanguage ?? '')
}

function readLanguage(lang: unknown): ReportLanguage {
  const known = REPORT_LANGUAGES.find((language) => language === lang)
  if (known) return known
  const detail = `lang must be one of ${REPORT_LANGUAGES.join(', ')}`
  throw new Problem('params_invalid', detail, [{ detail, pointer: '' }])
}

/**
 * The language weighed most of those there are reports in (RFC 9110 §12.5.4; RFC 4647 §3.4: `fr-CH` finds `fr`);
 * of equal weights the first. An asterisk leaves the choice to us.
 */
function preferredLanguage(header: string): ReportLanguage {
  const [best] = parseMediaRanges(header)
    .map(({ type, weight }) => ({ language: languageOf(type), weight }))
    .filter(({ language, weight }) => language !== null && weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return best?.language ?? DEFAULT_LANGUAGE
}

function languageOf(range: string): ReportLanguage | null {
  if (range === '*') return DEFAULT_LANGUAGE
  return REPORT_LANGUAGES.find((language) => range === language || range.startsWith(`${language}-`)) ?? null
}
