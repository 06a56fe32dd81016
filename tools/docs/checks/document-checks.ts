import type { Check, CountedScores, Data, Evidence } from './check.ts'

const REAL = /^pictures of real documents, held-out/
const FILMS = /^drawn films, distorted/

/** What of a zone alone is another. */
const REWRITTEN = '(another|other|a later) .*'

/** The same name is asked of real pictures and of drawn films. */
const both = (check: string): Evidence[] => [
  { data: 'real', check, set: REAL },
  { data: 'drawn', check, set: FILMS },
]

/** What figures of both classes whose names begin so say of `mrz-viz`. */
const mrzVizOf = (data: Data, positives: string, negatives: string): Evidence => {
  const counted = (name: string): CountedScores => ({
    valid: new RegExp(`^${name}: mrz-viz 1$`),
    unsure: new RegExp(`^${name}: mrz-viz -1$`),
    rest: 'nothing',
  })
  return { data, topic: 'fields', positives: counted(positives), negatives: counted(negatives) }
}

/** What is asked of documents, in the order of the wishes and of the API's scores. */
export const DOCUMENT_CHECKS: readonly Check[] = [
  {
    asks: 'Out of focus',
    score: 'quality-score',
    rules: ['front-blurry', 'back-blurry'],
    evidence: both('blurred'),
  },
  {
    asks: 'Smeared by movement',
    score: 'quality-score',
    rules: ['front-smeared', 'back-smeared'],
    evidence: both('smeared'),
  },
  { asks: 'Glare', score: 'quality-score', rules: ['front-blurry', 'back-blurry'], evidence: both('glare') },
  { asks: 'Dark', score: 'quality-score', rules: ['front-dark', 'back-dark'], evidence: both('dark') },
  { asks: 'Cropped by the frame', score: 'quality-score', rules: ['front-cut'], evidence: both('cut') },
  { asks: 'Too far', score: 'quality-score', rules: ['front-far'], evidence: both('too far') },
  {
    asks: 'A hand over it',
    score: 'quality-score',
    rules: ['hand-over-it'],
    evidence: both('hidden by a hand'),
  },
  {
    asks: 'A side that is not shown',
    score: 'quality-score',
    rules: ['front-absent', 'back-absent'],
    evidence: [
      { data: 'real', check: 'side not shown', set: /real/ },
      { data: 'drawn', check: 'side not shown', set: /drawn/ },
    ],
  },
  {
    asks: 'A back filmed as the front',
    score: 'quality-score',
    rules: ['front-is-a-back'],
    evidence: [{ exact: 'asks for the format of the zone that was read' }],
  },
  {
    asks: 'Front and back of two documents',
    score: 'quality-score, mrz-viz-score',
    rules: ['two-documents', 'front-of-another', 'licence-back-unknown'],
    evidence: [{ data: 'drawn', check: 'two documents', set: /drawn/ }],
  },
  {
    asks: 'Greyscale photocopy',
    score: 'visual-front-score',
    rules: ['photocopy', 'pale'],
    evidence: both('photocopy'),
  },
  {
    asks: 'Recapture from a screen',
    score: 'visual-front-score',
    rules: ['screen', 'screen-doubtful'],
    evidence: [...both('screen'), { data: 'drawn anew', check: 'screen', set: /^fresh screens/ }],
  },
  {
    asks: 'A picture that stands still (dynamic view)',
    score: 'quality-score',
    rules: ['still-view'],
    evidence: [{ data: 'drawn', check: 'still picture', set: FILMS }],
  },
  {
    asks: 'A flat print that is moved (dynamic view, changing elements)',
    score: 'ove-front-score, ove-back-score, ove-score',
    rules: [],
    evidence: [{ notImplemented: 'prints on glossy paper reflect as cards do', tried: ['a flat print, '] }],
  },
  {
    asks: 'Expired',
    score: 'expiry-date-score',
    rules: ['expired', 'expiry-unknown', 'print-expired', 'print-expiry-unknown'],
    evidence: [
      { data: 'real', check: 'expired', set: /real documents, held-out/ },
      { data: 'drawn', check: 'expired', set: /drawn films/ },
    ],
  },
  {
    asks: 'Of a kind that is not accepted',
    score: 'supported',
    rules: ['not-accepted', 'crew-certificate', 'specimen'],
    evidence: [{ data: 'real', check: 'not accepted', set: REAL }],
  },
  {
    asks: 'Damaged: a corner cut off',
    score: 'visual-front-score',
    rules: ['corner-missing'],
    evidence: both('corner cut off'),
  },
  {
    asks: 'Damaged: creases, tears, stains, wear',
    score: 'visual-front-score',
    rules: [],
    evidence: [
      {
        notImplemented:
          'tears, stains and wear: print of true documents looks alike; a crease: a true card has such a line too, and that real folds whiten as drawn ones do was not seen (decision 78)',
        tried: ['a crease: ', 'a tear: ', 'a stain: ', 'wear: '],
      },
    ],
  },
  {
    asks: 'Portrait pasted',
    score: 'visual-front-score',
    rules: [],
    evidence: [{ notImplemented: 'rims of true portraits differ as much', tried: ['a portrait pasted: '] }],
  },
  {
    asks: 'Geometry: a value aslant',
    score: 'visual-front-score',
    rules: ['value-aslant'],
    evidence: [
      { data: 'real, development', check: 'a value aslant', set: /real documents, development/ },
      { data: 'real', check: 'a value aslant', set: /real documents, held-out/ },
      { data: 'drawn', check: 'a value aslant', set: /drawn films/ },
      { data: 'drawn anew', check: 'a value aslant', set: /cards of people who set no limit/ },
    ],
  },
  {
    asks: 'Geometry: a value out of its place',
    score: 'visual-front-score',
    rules: [],
    evidence: [{ notImplemented: 'values have no fixed place along their line', tried: ['a field moved: '] }],
  },
  {
    asks: 'Fonts: a value printed over',
    score: 'visual-front-score',
    rules: [],
    evidence: [
      {
        notImplemented:
          'darkness: every true French identity card has its number in an ink of its own and would be stopped; edges: do not part cards drawn anew; limits are the greatest of the real true cards, so that none of them is beyond',
        tried: ['a field printed over: ', 'a field printed over, drawn anew: '],
      },
    ],
  },
  {
    asks: 'Machine readable zone against visual zone',
    score: 'mrz-viz-score',
    rules: [
      'print-of-another',
      'print-of-another-certified',
      'print-unlike',
      'traits-unlike',
      'print-of-another-under-labels',
      'nothing-compared',
    ],
    evidence: [
      { data: 'real, development', check: 'print of another', set: /real documents, development/ },
      { data: 'real', check: 'print of another', set: /real documents, held-out/ },
      {
        data: 'drawn',
        topic: 'fields',
        positives: {
          valid: /^states' own layouts, zone of another person: mrz-viz 1$/,
          invalid: /^states' own layouts, zone of another person: mrz-viz 0$/,
          unsure: /^states' own layouts, zone of another person: mrz-viz -1$/,
          rest: 'nothing',
        },
        negatives: {
          valid: /^states' own layouts, zone of the same: mrz-viz 1$/,
          invalid: /^states' own layouts, zone of the same: mrz-viz 0$/,
          unsure: /^states' own layouts, zone of the same: mrz-viz -1$/,
          rest: 'nothing',
        },
      },
    ],
  },
  {
    asks: 'One thing rewritten in a zone: birth date or last name (printed or covered), first names (covered), number, end, issuer',
    score: 'mrz-viz-score',
    rules: [
      'print-not-whole',
      'front-of-another',
      'field-of-another-under-labels',
      'title-of-another-state',
      'layout-of-another-state',
    ],
    evidence: [
      mrzVizOf('drawn', `.*layouts.*, zone of the same, ${REWRITTEN}`, '.*layouts.*, zone of the same'),
    ],
  },
  {
    asks: 'One date altered in print, whatever the layout',
    score: 'mrz-viz-score',
    rules: ['date-altered'],
    evidence: [
      mrzVizOf(
        'real, development',
        'real print, development: altered dates',
        'real print, development: as they are',
      ),
      mrzVizOf('real', 'real print, held-out: altered dates', 'real print, held-out: as they are'),
      mrzVizOf(
        'drawn',
        'layouts of any state, zone of the same, another birth date',
        'layouts of any state, zone of the same',
      ),
    ],
  },
  {
    asks: 'A licence whose line is not that of its print',
    score: 'mrz-viz-score',
    rules: ['licence-line-of-another', 'licence-line-digits', 'licence-line-unread'],
    evidence: [
      {
        data: 'drawn',
        topic: 'fields',
        positives: {
          valid: /^films, another's back of a licence: mrz-viz 1$/,
          unsure: /^films, another's back of a licence: mrz-viz -1$/,
          rest: 'nothing',
        },
        negatives: { rest: 'nothing' },
      },
    ],
  },
  {
    asks: 'Check digits of the zone',
    score: 'mrz-validity-score',
    rules: ['zone-digits'],
    evidence: [{ data: 'drawn', check: 'a zone of two', set: /drawn/ }],
  },
  {
    asks: 'Too little was read',
    score: 'data-extracted-score',
    rules: ['zone-one-frame', 'print-unsure', 'zone-disputed', 'century-unsure', 'state-unknown'],
    evidence: [{ exact: 'counts frames that read the same, and looks states up' }],
  },
  {
    asks: 'Codes against zone and print, and their signature',
    score: 'visual-back-score',
    rules: ['code-forged', 'code-forged-certified', 'code-of-another'],
    evidence: [{ exact: 'compares what was read; codes on real documents were not' }],
  },
  {
    asks: 'Declared identity against what was read',
    score: 'reference-data-checks score',
    rules: ['another-identity', 'identity-in-part', 'identity-unread'],
    evidence: [{ exact: 'compares letters' }],
  },
  {
    asks: 'The analysis broke down',
    score: 'quality-score',
    rules: ['broke-down', 'broke-down-face', 'broke-down-liveness'],
    evidence: [{ exact: 'counts tries' }],
  },
  {
    asks: 'Date of issue',
    score: 'issue-date-score',
    rules: [],
    evidence: [{ notImplemented: 'few layouts print it, and no rule tells which is wrong', tried: [] }],
  },
  {
    asks: 'Video that is filmed live',
    score: 'live-video-capture-score (of documents and of faces)',
    rules: [],
    evidence: [{ notImplemented: 'no injected stream was at hand', tried: [] }],
  },
]
