import type { ConformanceRow } from '../conformance-row.ts'

const CONTRACT = 'test/contracts/report.test.ts'
const LANGUAGES = 'server/http/choose-report-language.test.ts'
const ROUTE = 'server/http/endpoints/report-route.ts'
const CHOICE = 'server/http/choose-report-language.ts'
const STEP = 'server/journey/report.ts'

/** "PDF", "Internationalization", and what "Errors" says of them. */
export const REPORT_ROWS: readonly ConformanceRow[] = [
  {
    line: 462,
    rule: 'A POST to the pdf address of an identification, without a body, is answered with a PDF',
    choice: 'The answer has a file name, and says its language',
    test: { file: CONTRACT, name: 'A processed identification has its report as a PDF with a name' },
    switchOff: { file: ROUTE, find: "'application/pdf'", replace: "'application/octet-stream'" },
  },
  {
    line: 470,
    rule: 'Whatever body a pdf request carries, of whatever type, is passed over',
    choice: 'The example sends its configuration as a body',
    test: { file: CONTRACT, name: 'A report is given whatever the request accepts or carries' },
    switchOff: { file: ROUTE, find: ", body: 'ignored'", replace: '' },
  },
  {
    line: 477,
    rule: 'A PDF is given whatever the request accepts',
    choice: 'The example asks for JSON:API, or for nothing, and expects a PDF',
    test: { file: CONTRACT, name: 'A report is given whatever the request accepts or carries' },
    switchOff: { file: ROUTE, find: "accept: 'anything', ", replace: '' },
  },
  {
    line: 490,
    rule: 'The report is there once the identification is processed; before, the answer is 400 with `queued`',
    choice: 'The text gives no status; its error type `queued` asks to try again in a few minutes',
    test: { file: CONTRACT, name: 'An identification that is not processed yet has its report later' },
    switchOff: { file: STEP, find: "if (status === 'processed') return", replace: 'return' },
  },
  {
    line: 490,
    rule: 'An identification that was aborted or has expired never has a report: 400 with `params_invalid`',
    choice: '`queued` would have its client ask for ever',
    test: { file: CONTRACT, name: 'An identification that ended without an answer never has a report' },
    switchOff: {
      file: STEP,
      find: "if (status === 'aborted' || status === 'expired')",
      replace: "if (status === 'uninitiated')",
    },
  },
  {
    line: 492,
    rule: 'The pdf address also stands under /api/',
    test: { file: CONTRACT, name: 'The report is also at the address that the text writes' },
    switchOff: {
      file: 'server/http/api-listener.ts',
      find: "const PREFIXES = ['/', '/api/']",
      replace: "const PREFIXES = ['/']",
    },
  },
  {
    line: 496,
    rule: 'The lang parameter says the language of the report, and counts more than Accept-Language',
    choice: 'The text does not say which counts more; the parameter is the more deliberate',
    test: { file: LANGUAGES, name: 'The lang parameter counts more than the accepted languages' },
    switchOff: { file: CHOICE, find: 'if (lang !== undefined) return readLanguage(lang)', replace: '' },
  },
  {
    line: 498,
    rule: 'A lang that there is no report in is answered with 400',
    choice:
      'A wrong Accept-Language gives English, as headers are sent by libraries; a wrong parameter is a mistake',
    test: { file: LANGUAGES, name: 'No report is in the language' },
    switchOff: { file: CHOICE, find: 'if (known) return known', replace: "return known ?? 'en'" },
  },
  {
    line: 500,
    rule: 'Accept-Language says the language where there is no lang; fr-FR finds French',
    test: { file: LANGUAGES, name: 'Of the accepted languages' },
    switchOff: { file: CHOICE, find: ' || range.startsWith(', replace: ' && !range.startsWith(' },
  },
  {
    line: 500,
    rule: 'Of several accepted languages the one weighed most counts',
    test: { file: LANGUAGES, name: 'Of the accepted languages' },
    switchOff: { file: CHOICE, find: '.sort((a, b) => b.weight - a.weight)', replace: '' },
  },
  {
    line: 502,
    rule: 'The report is in English unless French is asked for',
    test: { file: LANGUAGES, name: 'Of the accepted languages' },
    switchOff: {
      file: CHOICE,
      find: "const DEFAULT_LANGUAGE: ReportLanguage = 'en'",
      replace: "const DEFAULT_LANGUAGE: ReportLanguage = 'fr'",
    },
  },
  {
    line: 502,
    rule: 'The French report is French to its last word',
    test: {
      file: 'server/reports/render-report.test.ts',
      name: 'says the same in French, the fixed sentences of the comment included',
    },
    switchOff: { file: 'server/reports/_report.ts', find: 'fr: FRENCH', replace: 'fr: ENGLISH' },
  },
  {
    line: 1579,
    rule: 'The report of an anonymized identification is gone: 410',
    test: { file: CONTRACT, name: 'An anonymized identification has its report no more' },
    switchOff: {
      file: STEP,
      find: "if (anonymizedAt) throw new Problem('gone', 'The identification was anonymized: its report is gone')",
      replace: '',
    },
  },
]
