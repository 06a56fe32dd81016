/** What makes the samples of a run smaller or larger. */
const VARIABLES = ['BENCH_FILMS', 'BENCH_PEOPLE'] as const

/** How a run was told to measure another sample than the one that is recorded by default; empty where it was not. */
export function sampleOf(environment: Readonly<Record<string, string | undefined>>): string {
  return VARIABLES.flatMap((name) => (environment[name] ? [`${name}=${environment[name]}`] : [])).join(' ')
}

/** The same of a recorded run, from its tables. */
export function recordedSample(text: string): string {
  return /^Another sample than by default: (.*)\.$/m.exec(text)?.[1] ?? ''
}
