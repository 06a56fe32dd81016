import type { Comment } from '../../../../domain/comment.ts'
import type { ReasonCode } from '../../../../domain/reason-code.ts'

/** A row of the table: what was seen, and what the answer says of it. */
export interface Rule {
  /** A name of its own, by which a test proves it. */
  name: string
  /** The score it sets, by its name in the API. */
  check: string
  /** What was seen. */
  when: string
  score: 0 | -1
  reasonCode: ReasonCode | null
  comment: Comment | null
}
