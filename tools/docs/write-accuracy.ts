import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Figure } from '../../bench/accuracy/figures/figure.ts'
import { GOALS, type Goal } from '../../bench/accuracy/figures/goals.ts'
import { judgeGoal } from '../../bench/accuracy/figures/judge-goal.ts'
import { writeChecks } from './checks/write-checks.ts'

/** Topics in the order of the page, with the file that the bench has recorded each in. */
const TOPICS = [
  ['Machine readable zones', 'zones.md'],
  ['Printed fields', 'fields.md'],
  ['Cards found', 'cards.md'],
  ['Doubts about documents', 'doubts.md'],
  ['Faces', 'faces.md'],
  ['Attacks on liveness', 'attacks.md'],
  ['Processor time', 'speed.md'],
] as const

/** The heading of a recorded run. */
const RUN_HEAD = /^## (\S+), commit (.+)$/m

const INTRODUCTION = `# How often Vidimus is right

Written by \`node tools/docs/run.ts --write\` from what \`npm run bench:accuracy -- --results write\` has recorded in
\`bench/results/accuracy/\`; \`bin/check --slow\` measures again and fails when a figure is worse than its recorded interval.
Intervals are of 95 % (Wilson unless said otherwise).

## Not measured

- Films of real documents by real phones: there are none. The pictures of real documents are published specimens, scans and
  stills; drawn films come from \`test/people\`. Drawn and real results stand in separate tables.
- Print of real documents letter by letter: what is read of them is held against their zones, and of the layouts of the first class one
  French card of 1988 alone is among the pictures. Cards found on real pictures: none tells where the corners lie, and most are cut out along them. Lines of real French licences: one specimen gave their plan, none is measured.
- Licences that somebody altered: none is noticed where nothing repeats what was altered. A licence without a line (all but French ones) repeats nothing:
  its names, birth date, number and end are what its front prints, and a front beside the back of another licence of the same layout passes. The
  line of a French one has the number, the end and the beginning of the last name: a first name or birth date that was altered passes.
- Two documents in one scene: drawn ones alone were tried, and stand in no table here (decision 97). One that lies beside another, or has no zone on the side that is filmed, is not told.
- Frames of a face: how many make the best template (there are four, of five at most), for films of real faces are missing.
- Specimens of real states: of 30 pictures for development five have a line that says SPECIMEN, of three the holder's name too; it stops
  all five. Words that lie aslant are not read. No true document was there to raise a false alarm.
- Real copies, screens, hands over cards, masks and injected streams: what is told of them was drawn or computed. Streams are compressed by the
  browser; the stripes of screens were drawn through cameras and the compression of stills, whose colours are as coarse.
- Colours while a head turns: on drawn heads alone, real photos do not turn. That paper gains evenly and a head does not was drawn, not
  filmed; paper that is bent as a face is, and masks, were not tried. How often a detector misses a face in a frame of real video, which may cost a turn, was not measured either.
- Attacks on people nobody had seen: the least light that a screen must add was raised when a spliced film of the recorded people had
  passed in 1000 lux; how much was set on other drawn people, and the recorded ones were filmed again after it.
- Colours of a real screen on real faces: light, camera and compression were drawn. Films repainted in the colours as they are
  shown, masks of a face and faces by a window were not tried, nor what comes of asking somebody to go where it is darker.
- Sunglasses, masks and hands before real faces: they were drawn on real photos. Whether a false alarm is rarer on films than on
  photos, and what bezels and backgrounds do behind a face that is held in a hand, was not measured.
- Really creased, torn, stained and worn documents: such damage was drawn, and no check speaks of it. Nor does one of flat prints that are moved, pasted portraits, fields
  printed over or moved along their lines, which were drawn and tried: what was measured of them tells too little.
- Dates that somebody really altered: digits were put in each other's places in pictures of true documents, which leaves traces that print
  over print would not.
- Zones of real documents that were rewritten, and printed values that were covered: both were drawn, birth dates and names alone were covered.
- Pages of real foreign states whose zone was made to name France: pages of Utopia were drawn with such zones.
- Pictures that nobody had looked at before: the half of real documents that is held out set nothing in today's reader of characters, but the
  search for lines, the grammar and the vote of zones are older than the split, and an earlier reader was tuned on both halves; the
  half has since been measured after each larger change.
- Distortions and attacks by foreign hands: the plane geometry by which cards are laid on desks and screens (homographies, crops) is
  the same code that straightens them again; light, lens, sensor, screens and print are drawn by code of their own.
- Passports that lie bent: no value on them is judged for standing aslant.
- Fronts of real cards beside their own backs: no picture shows both, so how many genuine ones go to review because nothing telling
  was read on the front is known of drawn cards alone.
- Codes on real documents: codes were drawn by the writer of the library that reads them.
- Peers on everything: Tesseract looks at one still, so that it has pictures and the first frames of films, no films of several frames and
  nothing that was made of them, and it knows no line of a licence. The peer of faces takes a second a picture, so that it has photos and three
  of the six prints. For cards, fields of these layouts, angles of heads and attacks no peer is packaged for the machines of the bench.
- Processor time is told, not watched: no run fails by it ([decision 47](decisions/0047-accuracy-is-recorded-by-topic.md)).
`

/** The page of accuracy, from what is recorded in a folder of the bench. */
export function writeAccuracy(recorded: string): string {
  const parts = TOPICS.map(([title, file]) => {
    const path = join(recorded, file)
    const text = existsSync(path) ? readFileSync(path, 'utf8').trim() : 'No run is recorded yet.'
    return `## ${title}\n\n${lowered(text)}\n`
  })
  return [INTRODUCTION, recordsTable(recorded), goalsTable(recorded), writeChecks(recorded), ...parts].join(
    '\n',
  )
}

/** When each topic was recorded, and of which code. */
function recordsTable(recorded: string): string {
  const rows = TOPICS.map(([title, file]) => {
    const path = join(recorded, file)
    const [, date, commit] = (existsSync(path) && RUN_HEAD.exec(readFileSync(path, 'utf8'))) || [
      null,
      '–',
      '–',
    ]
    return `| ${title} | ${date} | ${commit} |`
  })
  return [
    '## When it was measured',
    '',
    'Each topic is recorded alone, of the code of its commit. What was committed since was not measured here:',
    '`git log <commit>.. -- analysis domain server/checks` lists it.',
    '',
    '| topic | measured | commit |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

/** What was wanted and what was found, before the tables that it comes from. */
function goalsTable(recorded: string): string {
  return [
    '## Goals',
    '',
    'The shares were set before anything was measured. Rows that leave something out, or ask of a part alone, were added when it was',
    'seen what fails; the whole stands above them. Reached or missed is said only where the interval of 95 % lets it be said. How many',
    'genuine pairs of faces are accepted at a false match rate of 0.1 % (wanted: 98 %) stands below, with the intervals of a bootstrap over',
    'people; so does what reading takes of a processor, beside what was wanted.',
    '',
    '| goal | wanted | found | verdict |',
    '|---|---|---|---|',
    ...GOALS.map((goal) => goalRow(goal, figuresOf(recorded, goal))),
    '',
  ].join('\n')
}

function figuresOf(recorded: string, { topic }: Goal): Figure[] {
  const path = join(recorded, `${topic}.json`)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : []
}

function goalRow(goal: Goal, figures: readonly Figure[]): string {
  const { count, total, from, to, verdict } = judgeGoal(goal, figures)
  const percent = (share: number) => (share * 100).toFixed(1)
  const wanted = `${goal.better === 'more' ? '≥' : '≤'} ${Math.round(goal.share * 100)} %`
  const found = total === 0 ? '–' : `${count}/${total} [${percent(from)}, ${percent(to)}]`
  return `| ${goal.wanted} | ${wanted} | ${found} | ${verdict} |`
}

/** Headings of a recorded part stand below that of its topic. */
function lowered(text: string): string {
  return text.replace(/^##+ /gm, '#### ')
}
