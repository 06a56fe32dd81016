import { join } from 'node:path'
import type { Engine } from '../../../analysis/engine.ts'
import type { Image } from '../../../domain/image.ts'
import { CAST, CAST_NAMES } from '../../../test/people/cast.ts'
import { drawPerson } from '../../../test/people/person/draw-person.ts'
import type { TopicReport } from '../figures/figure.ts'
import { loadPicture } from '../specimens/load-picture.ts'
import type { Split } from '../specimens/specimen.ts'
import { measureAttacks, type Victim } from './drawn/measure-attacks.ts'
import { measureYaw } from './drawn/measure-yaw.ts'
import { faceFigures } from './face-figures.ts'
import { type FaceSpecimen, listFaceSpecimens } from './list-face-specimens.ts'
import { measureMatcher } from './measure-matcher.ts'
import { faceApiMatcher } from './peer/face-api-matcher.ts'
import { type FacesRun, type MatcherResults, reportFaces } from './report-faces.ts'
import { vidimusMatcher } from './vidimus-matcher.ts'

const FRAME = { width: 640, height: 480, samplesPerSide: 1 } as const
/** Real photos of which prints are shown, spread over the collections. */
const MOST_PHOTOS = 24

/**
 * Measures matching, yaw and attacks, and gives the section; with a half named, that half of the photos alone. Without a
 * folder of photos only drawn people are measured.
 */
export async function measureFaces(
  engine: Engine,
  { folder, only }: { folder: string | null; only: Split | undefined },
): Promise<TopicReport> {
  const all = folder === null ? [] : await listFaceSpecimens(join(folder, 'faces'))
  const specimens = all.filter(({ split }) => only === undefined || split === only)
  const peer = only === undefined && folder !== null ? await faceApiMatcher() : null
  const matchers: MatcherResults[] = []
  for (const matcher of [vidimusMatcher(engine), ...(peer ? [peer] : [])]) {
    const outcomes = await measureMatcher(engine, matcher, specimens)
    matchers.push({ name: matcher.name, isOurs: matcher.isOurs, outcomes })
    await matcher.close()
  }
  const run: FacesRun = {
    matchers,
    yaw: await measureYaw(engine),
    drawnAttacks: await measureAttacks(engine, castVictims()),
    photoAttacks: await measureAttacks(engine, await photoVictims(specimens)),
    peer: peer ? peer.name : null,
  }
  return { text: reportFaces(run), figures: faceFigures(run) }
}

function castVictims(): Victim[] {
  return CAST_NAMES.map((name) => {
    const { person } = CAST[name]
    // Several species show the same angles, and drawing one takes half a second.
    const drawn = new Map<number, Image>()
    const turned = (yaw: number) => {
      const image = drawn.get(yaw) ?? drawPerson(person, { ...FRAME, yaw, backdrop: person.seed })
      drawn.set(yaw, image)
      return image
    }
    return { straight: turned(0), turned }
  })
}

async function photoVictims(specimens: readonly FaceSpecimen[]): Promise<Victim[]> {
  const every = Math.max(1, specimens.length / MOST_PHOTOS)
  const count = Math.min(specimens.length, MOST_PHOTOS)
  const picked = Array.from({ length: count }, (_, i) => specimens[Math.floor(i * every)])
  return Promise.all(picked.map(async ({ path }) => ({ straight: await loadPicture(path), turned: null })))
}
