import { join } from 'node:path'
import type { Engine } from '../../../analysis/engine.ts'
import type { Image } from '../../../domain/image.ts'
import { drawPerson } from '../../../test/people/person/draw-person.ts'
import { makePerson, type Person } from '../../../test/people/person/person.ts'
import type { TopicReport } from '../figures/figure.ts'
import { loadPicture } from '../specimens/load-picture.ts'
import type { Split } from '../specimens/specimen.ts'
import { countAttacks, seeAttacks, type Victim } from './drawn/measure-attacks.ts'
import { measureLitAttacks } from './drawn/measure-lit-attacks.ts'
import { measureLitPhotos } from './drawn/measure-lit-photos.ts'
import { type FaceSpecimen, listFaceSpecimens } from './list-face-specimens.ts'
import { benchCandidates } from './passive/candidates/bench-candidates.ts'
import { seeCovers, seeScreens } from './passive/measure-passive.ts'
import { type AttacksRun, attackFigures, reportAttacks } from './report-attacks.ts'

const FRAME = { width: 640, height: 480, samplesPerSide: 1 } as const
/** Real photos of which prints are shown, spread over the collections. */
const MOST_PHOTOS = Math.min(24, Number(process.env.BENCH_PEOPLE ?? 8))
/**
 * Drawn people who are attacked; two at least, for one is the accomplice of another. Nobody looked at them when limits were set:
 * that was done with seeds 5001 to 5008 and with the cast. Whoever looks at them takes others.
 */
const FIRST_SEED = 8101
const PEOPLE = Math.min(8, Math.max(2, Number(process.env.BENCH_PEOPLE ?? 8)))
/** Photos of each half on which every cover is drawn, and of which some are shown by screens. */
const MOST_COVERED = 2 * Number(process.env.BENCH_PEOPLE ?? 8)

/**
 * Measures attacks on liveness, and gives the section: of drawn people with the colours of the screen, and prints of real
 * photos by their turns. Without a folder of photos only drawn people are measured.
 */
export async function benchAttacks(
  engine: Engine,
  { folder, only }: { folder: string | null; only: Split | undefined },
): Promise<TopicReport> {
  const all = folder === null ? [] : await listFaceSpecimens(join(folder, 'faces'))
  const specimens = all.filter(({ split }) => only === undefined || split === only)
  const people = Array.from({ length: PEOPLE }, (_, i) => makePerson(FIRST_SEED + i))
  const heads = people.map(headVictim)
  const seen = await seeAttacks(engine, heads)
  const photos = await photoVictims(specimens)
  const run: AttacksRun = {
    lit: await measureLitAttacks(engine, { people, seen }),
    drawn: countAttacks(seen),
    litPhotos: await measureLitPhotos(
      engine,
      photos.map(({ straight }) => straight),
    ),
    photos: countAttacks(await seeAttacks(engine, photos)),
    passive: {
      covers: await seeCovers(engine, specimens, MOST_COVERED),
      screens: await seeScreens(engine, specimens, MOST_COVERED),
    },
    candidates: await benchCandidates(engine, { specimens, heads, photos }),
  }
  return { text: reportAttacks(run), figures: attackFigures(run) }
}

function headVictim(person: Person): Victim {
  // Several species show the same angles, and drawing one takes half a second.
  const drawn = new Map<number, Image>()
  const turned = (yaw: number) => {
    const image = drawn.get(yaw) ?? drawPerson(person, { ...FRAME, yaw, backdrop: person.seed })
    drawn.set(yaw, image)
    return image
  }
  return { straight: turned(0), turned }
}

async function photoVictims(specimens: readonly FaceSpecimen[]): Promise<Victim[]> {
  const every = Math.max(1, specimens.length / MOST_PHOTOS)
  const count = Math.min(specimens.length, MOST_PHOTOS)
  const picked = Array.from({ length: count }, (_, i) => specimens[Math.floor(i * every)])
  return Promise.all(picked.map(async ({ path }) => ({ straight: await loadPicture(path), turned: null })))
}
