import pino from 'pino'
import { startChildRole } from './child-role.ts'

/** A parent for the tests, to be killed: starts the child it is told to. */
const role = startChildRole({
  name: 'child',
  module: new URL('./_role-for-tests.ts', import.meta.url),
  input: JSON.parse(process.argv[2]),
  log: pino({ level: 'silent' }),
})
await role.ready
process.send?.('ready')
