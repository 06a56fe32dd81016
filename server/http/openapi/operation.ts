import type { z } from 'zod'
import type { AnswerName } from './answer-schemas.ts'

/** What a route takes and answers. */
export interface Operation {
  method: 'get' | 'post'
  /** As routes write it, from the API's base on. */
  url: string
  summary: string
  /** Parameters in the query, each optional. */
  query?: z.ZodObject
  /** Headers it looks at beside those of every route. */
  headers?: readonly string[]
  /** The type and attributes of the resource in the body; or a body of its own. */
  body?: { type: string; attributes: z.ZodType } | z.ZodType
  /** What success is answered with; `file` is another media type that it may have instead. */
  success: { status: number; document?: AnswerName; mediaType?: string; file?: string }
  /** Failures beside those that every route has. */
  failures?: readonly number[]
  access?: 'anybody'
}
