import pino from 'pino'
import { forkChildRole } from './child-role.ts'

/** A parent for the tests, to be killed: starts the child it is told to. */
const role = forkChildRole({
  name: 'child',
  module: new URL('./_role-for-tests.ts', import.meta.url),
  log: pino({ level: 'silent' }),
})
await role.begin(JSON.parse(process.argv[2]))
process.send?.('ready')
