/** The outcome of a check: 1 valid, 0 not valid, -1 cannot tell (API text, "Scores"). */
export type Score = 1 | 0 | -1

/** Joins the scores of required checks: any 0 is 0, else any -1 or absent one is -1, else 1. */
export function joinScores(scores: readonly (Score | null)[]): Score {
  if (scores.includes(0)) return 0
  return scores.length > 0 && scores.every((score) => score === 1) ? 1 : -1
}
