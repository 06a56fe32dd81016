import type { Engine } from '../../../../../analysis/engine.ts'
import { findMainFace } from '../../../../../analysis/face/find-main-face.ts'
import { meshBox } from '../../../../../analysis/face/mesh/face-mesh.ts'
import { headPose } from '../../../../../analysis/face/mesh/head-pose.ts'
import type { Image } from '../../../../../domain/image.ts'
import { wilsonInterval } from '../../../measure/wilson-interval.ts'
import { loadPicture } from '../../../specimens/load-picture.ts'
import { bendPrint } from '../../drawn/bend-print.ts'
import type { Victim } from '../../drawn/measure-attacks.ts'
import type { FaceSpecimen } from '../../list-face-specimens.ts'
import { swayPhoto } from '../sway-photo.ts'
import { closeEyes } from './close-eyes.ts'
import { lidOpenness, noseShift } from './mesh-cues.ts'

/** Limits set on the development half: beyond the last open eye, and beyond the drawn heads. */
const LIMITS = { lids: 0.18, nose: 0.73 }
const VIEW = { side: 360, faceWidth: 180, frames: 1 }
/** Angles of heads, and of prints bent round a cylinder, degrees; from 12 on a turn counts as seen. */
const HEAD_DEGREES = [-26, 26]
const PRINT_DEGREES = [-50, -30, 30, 50]
const LEAST_TURN = 12

/** One value of a cue: below its limit a check would speak. */
interface Sample {
  isAttack: boolean
  value: number
}

/** What was tried on faces and tells too little: the table of it. Some 0.2 s a photo. */
export async function benchCandidates(
  engine: Engine,
  {
    specimens,
    heads,
    photos,
  }: { specimens: readonly FaceSpecimen[]; heads: readonly Victim[]; photos: readonly Victim[] },
): Promise<string> {
  const heldOut = specimens.filter(({ split }) => split === 'held-out')
  const lids = await sampleLids(engine, heldOut)
  const noses = [
    ...(await sampleNoses(engine, heads, 'heads')),
    ...(await sampleNoses(engine, photos, 'prints')),
  ]
  return [
    'Not implemented, for shares do not differ enough; no check speaks of it. Limits are of the development half, or the least of',
    'drawn heads (1 of the last column would part both, 0.5 is chance). The background beside a head that turns was not told from',
    'that of a print: most rooms behind have too little to follow, and no film of a hand-held phone tells how those move.',
    '',
    '| cue | limit | attacks below it | true ones below it | attack below true |',
    '|---|---|---|---|---|',
    row('lids over closed eyes, photos held out: openness by the mesh', LIMITS.lids, lids),
    row('nose against eyes in a turn, drawn heads and bent prints of photos', LIMITS.nose, noses),
    '',
  ].join('\n')
}

async function sampleLids(engine: Engine, specimens: readonly FaceSpecimen[]): Promise<Sample[]> {
  const samples: Sample[] = []
  for (const [seed, { path }] of specimens.entries()) {
    const photo = await loadPicture(path)
    const found = await findMainFace(engine, photo, 'exact')
    if (!found) continue
    const [frame] = swayPhoto(photo, meshBox(found.mesh), { ...VIEW, seed })
    const face = await findMainFace(engine, frame, 'exact')
    if (!face) continue
    samples.push({ isAttack: false, value: lidOpenness(face.mesh) })
    const closed = await findMainFace(engine, closeEyes(frame, face.mesh), 'exact')
    if (closed) samples.push({ isAttack: true, value: lidOpenness(closed.mesh) })
  }
  return samples
}

async function sampleNoses(
  engine: Engine,
  victims: readonly Victim[],
  shown: 'heads' | 'prints',
): Promise<Sample[]> {
  const samples: Sample[] = []
  for (const victim of victims) {
    const front = await findMainFace(engine, victim.straight, 'exact')
    if (!front) continue
    for (const image of turnedLooks(victim, shown)) {
      const face = await findMainFace(engine, image, 'exact')
      const yaw = face ? headPose(face.mesh).yaw - headPose(front.mesh).yaw : 0
      if (!face || Math.abs(yaw) < LEAST_TURN) continue
      samples.push({ isAttack: shown === 'prints', value: noseShift(front.mesh, face.mesh, yaw) })
    }
  }
  return samples
}

function turnedLooks({ straight, turned }: Victim, shown: 'heads' | 'prints'): Image[] {
  if (shown === 'prints') return PRINT_DEGREES.map((degrees) => bendPrint(straight, degrees))
  return turned ? HEAD_DEGREES.map(turned) : []
}

function row(cue: string, limit: number, samples: readonly Sample[]): string {
  const [attacks, live] = [true, false].map((isAttack) => samples.filter((one) => one.isAttack === isAttack))
  const below = (of: readonly Sample[]) => share(of.filter(({ value }) => value < limit).length, of.length)
  return `| ${cue} | ${limit} | ${below(attacks)} | ${below(live)} | ${separation(attacks, live).toFixed(2)} |`
}

function share(count: number, total: number): string {
  const [from, to] = wilsonInterval(count, total)
  return `${count}/${total} [${(from * 100).toFixed(1)}, ${(to * 100).toFixed(1)}]`
}

/** How often an attack has the smaller value of a pair. */
function separation(attacks: readonly Sample[], others: readonly Sample[]): number {
  let wins = 0
  for (const one of attacks) {
    for (const other of others) wins += one.value < other.value ? 1 : one.value === other.value ? 0.5 : 0
  }
  return wins / Math.max(1, attacks.length * others.length)
}
