import { Problem } from '../../domain/problem.ts'

/** A body as a whole that cannot be read: the pointer is the document's root (RFC 6901 §5). */
export function unreadableBody(detail: string): Problem {
  return new Problem('params_invalid', detail, [{ detail, pointer: '' }])
}
