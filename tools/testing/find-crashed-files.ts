/** What vitest prints of a process that died while it ran a file's tests. */
const CRASH = /Worker exited unexpectedly with signal (SIG\w+) .*?while running test file (\S+)/g
/** What it says of all that went wrong outside tests. */
const UNHANDLED = /Vitest caught (\d+) unhandled errors?/
/** Colours of the terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with the escape character
const COLOURS = /\u001b\[[\d;]*m/g

/**
 * Test files whose process died of a signal: their tests neither passed nor failed. None when anything else went wrong
 * outside tests too, for then running them again would not tell.
 */
export function findCrashedFiles(output: string): { file: string; signal: string }[] {
  const text = output.replaceAll(COLOURS, '')
  const found = [...text.matchAll(CRASH)].map(([, signal, file]) => ({ file, signal }))
  const crashes = [...new Map(found.map((crash) => [crash.file, crash])).values()]
  return Number(UNHANDLED.exec(text)?.[1] ?? 0) === crashes.length ? crashes : []
}
