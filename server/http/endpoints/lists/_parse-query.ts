import type { z } from 'zod'
import { Problem } from '../../../../domain/problem.ts'

/**
 * Reads the parameters in the address of a request; a parameter sent twice is none of them. Throws
 * `Problem('params_invalid')` with every parameter at fault, unknown ones included (JSON:API 1.1, "Query
 * Parameters").
 */
export function parseQuery<Schema extends z.ZodType>(query: unknown, schema: Schema): z.output<Schema> {
  const result = schema.safeParse(query)
  if (result.success) return result.data
  throw new Problem('params_invalid', 'The query is not valid', result.error.issues.flatMap(faultsOf))
}

function faultsOf(issue: z.core.$ZodIssue) {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => parameterFault(key, 'is not known here'))
  return [parameterFault(String(issue.path[0] ?? ''), issue.message)]
}

function parameterFault(parameter: string, message: string) {
  return { detail: `${parameter} ${message}`, pointer: '', parameter }
}
