import { receiveInput, reportReady } from '../platform/processes/child-role.ts'
import { shortenResolution } from '../platform/processes/shorten-resolution.ts'
import type { RoleInput } from './role-input.ts'

// Before anything is loaded: the parent gets Ctrl-C from the terminal too, and ends its children in order.
process.on('SIGINT', () => {})
shortenResolution()
// Each role loads its own code only, and does so while the parent still opens the data.
const { runRole } =
  process.argv[2] === 'media' ? await import('./run-media.ts') : await import('./run-worker.ts')
reportReady(await runRole(await receiveInput<RoleInput>()))
