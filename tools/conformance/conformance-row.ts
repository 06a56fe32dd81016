/** A statement of the v1 API's text, how it is kept here, and what proves it. */
export interface ConformanceRow {
  /** Line of the API text that makes the statement. */
  line: number
  /** The rule, in one sentence of ours. */
  rule: string
  /** Our choice where the text says nothing, or contradicts itself or the recorded answers; left out elsewhere. */
  choice?: string
  /** The test that fails when the rule is not kept: its file and its full name (`describe > test` without the describe is enough). */
  test: { file: string; name: string }
  /** One edit of a source that switches the rule off: `find` stands in the file exactly once. */
  switchOff: { file: string; find: string; replace: string }
}
