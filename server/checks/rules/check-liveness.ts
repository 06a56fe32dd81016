import { COMMENTS } from '../../../domain/comment.ts'
import { FACE_BANDS } from '../../../domain/face-bands.ts'
import { isWayBroken } from '../../../domain/faces/is-way-broken.ts'
import type { FaceFacts, TurnFacts } from '../../../domain/facts.ts'
import { REASON_CODES } from '../../../domain/reason-code.ts'
import type { SceneOutcome } from '../attempt-facts.ts'
import { wasLit } from '../light/was-lit.ts'
import { wasLitTurning } from '../light/was-lit-turning.ts'
import { cannotTell, type Finding, VALID } from './finding.ts'
import { THRESHOLDS } from './thresholds.ts'

/**
 * Whether the head in front of the camera made the turns the server asked for, as a solid head does, and shone in the
 * colours the screen was asked to show. Where no colours are asked nobody can tell: a film makes the turns as well. Facts of
 * before there were colours are judged by their turns.
 */
export function checkLiveness(facts: SceneOutcome<FaceFacts>): Finding {
  if (facts === 'not-asked') return VALID
  if (facts === 'failed') return cannotTell({ reasonCode: REASON_CODES.internalError })
  if (!facts.best || !facts.challenge) return cannotTell({ comment: COMMENTS.livenessNotVerified })
  if (!hasTurned(facts, facts.challenge.turns)) {
    return cannotTell({
      reasonCode: REASON_CODES.noLivenessMovement,
      comment: COMMENTS.faceInstructionsNotFollowed,
    })
  }
  if (turnedOtherWay(facts)) return cannotTell({ comment: COMMENTS.faceInstructionsNotFollowed })
  if (!isOnePerson(facts) || movedTooSoon(facts)) return cannotTell({ comment: COMMENTS.livenessNotVerified })
  if (facts.challenge.light?.length === 0) return cannotTell({ comment: COMMENTS.livenessNotVerified })
  const isLit = wasLit(facts.challenge.light ?? [], facts.light)
  const isLitTurning = wasLitTurning(facts.challenge.turnLight, facts)
  return isLit && isLitTurning && !isDoubted(facts)
    ? VALID
    : cannotTell({ comment: COMMENTS.livenessNotVerified })
}

function hasTurned(facts: FaceFacts, asked: readonly TurnFacts['side'][]): boolean {
  const isMade = asked.length > 0 && asked.every((side, index) => isRealTurn(facts.turns[index], side))
  return isMade && !wasExchanged(facts)
}

function isDoubted(facts: FaceFacts): boolean {
  return isPatterned(facts) || askedTooOften(facts)
}

/** Skin has no grid; a screen with pixels larger than the camera's has one. */
function isPatterned({ doubts }: FaceFacts): boolean {
  return doubts?.pattern ? doubts.pattern.luma > THRESHOLDS.facePatternMaximum : false
}

/** Each challenge is another guess for a film that was made beforehand. */
function askedTooOften({ challengesDrawn }: FaceFacts): boolean {
  return (challengesDrawn ?? 0) > THRESHOLDS.challengesDrawnMaximum
}

function isRealTurn(turn: TurnFacts | undefined, side: TurnFacts['side']): boolean {
  if (turn?.side !== side || !turn.done || !turn.intermediateSeen) return false
  if (turn.parallaxPercent === null || turn.narrowingExcessDegrees === null) return false
  return (
    turn.parallaxPercent >= THRESHOLDS.parallaxPercentMinimum &&
    turn.narrowingExcessDegrees <= THRESHOLDS.narrowingExcessDegreesMaximum
  )
}

/** A film that was made for other turns shows them too; whoever errs is looked at by a reviewer. */
function turnedOtherWay({ signals, challenge }: FaceFacts): boolean {
  const limit = challenge?.minimumYawDegrees ?? Number.POSITIVE_INFINITY
  return (signals?.turns ?? []).some(({ wrongWayDegrees }) => wrongWayDegrees >= limit)
}

/** One picture after the other, each from another side, jump or are away where a head goes on. */
function wasExchanged({ signals }: FaceFacts): boolean {
  return (signals?.ways ?? []).some(isWayBroken)
}

/** Of the first turn alone: whoever has made it may guess the next. */
function movedTooSoon({ signals }: FaceFacts): boolean {
  const [first] = signals?.turns ?? []
  if (!first || first.movedAtMs === null) return false
  return first.movedAtMs - first.askedAtMs < THRESHOLDS.reactionMsMinimum
}

function isOnePerson({ templateBands, templateModel, identityContinuity }: FaceFacts): boolean {
  const bands = templateBands ?? (templateModel === null ? undefined : FACE_BANDS[templateModel])
  return bands !== undefined && identityContinuity !== null && identityContinuity >= bands.reject
}
