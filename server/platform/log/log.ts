import { type Logger, pino } from 'pino'

/** How much is logged, from most to least. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** Fields whose values never reach a log, wherever they stand in a line. */
const REDACTED = ['authorization', 'cookie', 'clientSecret', 'attemptToken', 'token', 'secret'].flatMap(
  (name) => [name, `*.${name}`, `*.headers.${name}`],
)

/** A logger of JSON lines on standard output, naming the process's part in the service. */
export function createLog(level: LogLevel, part: string): Logger {
  return pino({
    level,
    base: { part },
    redact: { paths: REDACTED, censor: '[redacted]' },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: describeError, err: describeError },
  })
}

/** What a log says of an error: name, message and place; never the values it may carry. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) }
  return { name: error.name, message: error.message, stack: error.stack }
}
