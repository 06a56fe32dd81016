import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** What a process that logs these lines writes on its standard output. */
function logged(lines: string): Record<string, unknown>[] {
  const script = `
    const { createLog } = await import(${JSON.stringify(new URL('./log.ts', import.meta.url).href)})
    const log = createLog('info', 'api')
    ${lines}`
  const text = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

test('a line is JSON, names its part and time, and is left out below the level', () => {
  const lines = logged(`log.debug('unseen'); log.info({ durationMs: 3 }, 'seen')`)
  expect(lines).toEqual([
    { level: 30, time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/), part: 'api', durationMs: 3, msg: 'seen' },
  ])
})

test('credentials never reach the log, wherever they stand in a line', () => {
  const text = JSON.stringify(
    logged(`
      log.info({ authorization: 'Basic c2VjcmV0', headers: { authorization: 'Basic c2VjcmV0' } }, 'a')
      log.info({ req: { headers: { authorization: 'Basic c2VjcmV0', cookie: 'c2VjcmV0' } } }, 'b')
      log.info({ client: { clientSecret: 'c2VjcmV0' }, attemptToken: 'c2VjcmV0' }, 'c')`),
  )
  expect(text).not.toContain('c2VjcmV0')
  expect(text).toContain('[redacted]')
})

test('an error is told without the values it carries', () => {
  const [line] = logged(`
    const error = Object.assign(new Error('duplicate key'), { detail: 'Key (name)=(ADA) already exists.' })
    log.error({ err: error }, 'failed')`)
  expect(JSON.stringify(line)).toContain('duplicate key')
  expect(JSON.stringify(line)).not.toContain('ADA')
})
