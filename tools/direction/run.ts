import { resolve } from 'node:path'
import { checkDirection } from './check-direction.ts'

const { files, imports, violations } = checkDirection(resolve(import.meta.dirname, '../..'))
for (const { rule, why, from, to } of violations) console.error(`${rule}: ${from} → ${to} (${why})`)
console.log(`Direction: ${imports} imports of ${files} files, ${violations.length} against the rules`)
process.exitCode = violations.length === 0 && files > 0 ? 0 : 1
