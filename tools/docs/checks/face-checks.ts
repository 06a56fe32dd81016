import type { Check, CountedScores, Evidence } from './check.ts'

const PHOTOS = /^faces of real people, held-out/
const QUALITY = 'face-checks quality-score'
const LIVENESS = 'active-liveness-score'
const DATA = { development: 'real, development', 'held-out': 'real' } as const

/** What is asked of live faces and of their match, as the bench has it. */
export const FACE_CHECKS: readonly Check[] = [
  {
    asks: 'No face',
    score: QUALITY,
    rules: ['face-absent', 'not-followed'],
    evidence: [{ data: 'real', check: 'face not shown', set: PHOTOS }],
  },
  {
    asks: 'A face out of focus',
    score: QUALITY,
    rules: ['face-blurry'],
    evidence: [{ data: 'real', check: 'face blurred', set: PHOTOS }],
  },
  {
    asks: 'A dark face',
    score: QUALITY,
    rules: ['face-dark'],
    evidence: [{ data: 'real', check: 'face dark', set: PHOTOS }],
  },
  {
    asks: 'A face that looks aside',
    score: QUALITY,
    rules: ['face-sideways'],
    evidence: [{ data: 'drawn', check: 'face sideways', set: /^faces of drawn people/ }],
  },
  {
    asks: 'Several faces',
    score: QUALITY,
    rules: ['several-faces'],
    evidence: [{ data: 'real', check: 'several faces', set: PHOTOS }],
  },
  {
    asks: 'A covered face: sunglasses, masks, a hand',
    score: QUALITY,
    rules: ['face-covered'],
    evidence: passiveEvidence('covers'),
  },
  {
    asks: 'Turns that were asked: photos, prints, cut-outs and films of other turns',
    score: LIVENESS,
    rules: ['no-turn', 'turned-the-other-way', 'another-face-on-the-way'],
    evidence: [
      {
        data: 'real',
        topic: 'attacks',
        positives: { valid: /^photos, turns alone: (?!.*no attack).*, passed$/, rest: 'unsure' },
        negatives: { valid: /^photos, turns alone: .*no attack.*, passed$/, rest: 'unsure' },
      },
      {
        data: 'drawn',
        topic: 'attacks',
        positives: { valid: /^drawn, turns alone: (?!.*no attack).*, passed$/, rest: 'unsure' },
        negatives: { valid: /^drawn, turns alone: .*no attack.*, passed$/, rest: 'unsure' },
      },
    ],
  },
  {
    asks: 'Colours of the screen on the face, prints and screens, rooms up to 200 lux',
    score: LIVENESS,
    rules: ['not-lit', 'lit-flat'],
    evidence: [
      {
        data: 'real',
        topic: 'attacks',
        positives: { valid: /^photos, 100 lux, colours alone: (?!.*no attack).*, passed$/, rest: 'unsure' },
        negatives: {
          valid: /^photos, (50|100|200) lux, colours alone: .*no attack.*, passed$/,
          rest: 'unsure',
        },
      },
      {
        data: 'drawn',
        topic: 'attacks',
        positives: {
          valid: /^drawn, (50|100|200) lux: (?!.*no attack|.* before the colours, ).*, passed$/,
          rest: 'unsure',
        },
        negatives: { valid: /^drawn, (50|100|200) lux: .*no attack.*, passed$/, rest: 'unsure' },
      },
    ],
  },
  {
    asks: 'Colours of the screen on the head while it turns: another thing for the colours than for the turns, rooms up to 200 lux',
    score: LIVENESS,
    rules: ['not-lit-turning'],
    evidence: [
      {
        data: 'drawn',
        topic: 'attacks',
        positives: { valid: /^drawn, (50|100|200) lux: .* before the colours, .*, passed$/, rest: 'unsure' },
        negatives: { valid: /^drawn, (50|100|200) lux: .*no attack.*, passed$/, rest: 'unsure' },
      },
    ],
  },
  {
    asks: 'A face with the pattern of a screen',
    score: LIVENESS,
    rules: ['face-patterned'],
    evidence: passiveEvidence('screens'),
  },
  {
    asks: 'Turned too soon, or asked too often, or asked for no colours',
    score: LIVENESS,
    rules: ['turned-too-soon', 'asked-too-often', 'light-left-out'],
    evidence: [{ exact: 'compares times and counts' }],
  },
  {
    asks: 'Another person than on the portrait (240 px, in colour)',
    score: 'doc-face-matches score',
    rules: ['another-person', 'another-person-certified', 'match-between-bands'],
    evidence: [
      {
        data: 'real',
        topic: 'faces',
        positives: {
          valid: /^held-out, 240 px, colour: other face accepted$/,
          invalid: /^held-out, 240 px, colour: other face rejected$/,
          rest: 'unsure',
        },
        negatives: {
          valid: /^held-out, 240 px, colour: own face accepted$/,
          invalid: /^held-out, 240 px, colour: own face rejected$/,
          rest: 'unsure',
        },
      },
    ],
  },
]

/** What the frames of a face show besides: how many of either half the cue left to a reviewer. */
function passiveEvidence(cue: 'covers' | 'screens'): Evidence[] {
  return (['development', 'held-out'] as const).map((half) => {
    const left = (shown: string): CountedScores => ({
      unsure: new RegExp(`^passive ${cue}, ${half}: ${shown}: left to a reviewer$`),
      rest: 'valid',
    })
    return {
      data: DATA[half],
      topic: 'attacks',
      positives: left('(?!the face itself).*'),
      negatives: left('the face itself'),
    }
  })
}
