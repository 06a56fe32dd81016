import { join } from 'node:path'
import type { Engine } from '../../../analysis/engine.ts'
import type { TopicReport } from '../figures/figure.ts'
import type { Split } from '../specimens/specimen.ts'
import { measureYaw } from './drawn/measure-yaw.ts'
import { faceFigures } from './face-figures.ts'
import type { FaceMatcher } from './face-matcher.ts'
import { listFaceSpecimens } from './list-face-specimens.ts'
import { measureMatcher } from './measure-matcher.ts'
import { type FacesRun, type MatcherResults, reportFaces } from './report-faces.ts'
import { vidimusMatcher } from './vidimus-matcher.ts'

/**
 * Measures matching and yaw, and gives the section; with a half named, that half of the photos alone. Without a
 * folder of photos only drawn people are measured.
 */
export async function measureFaces(
  engine: Engine,
  { folder, only }: { folder: string | null; only: Split | undefined },
): Promise<TopicReport> {
  const all = folder === null ? [] : await listFaceSpecimens(join(folder, 'faces'))
  const specimens = all.filter(({ split }) => only === undefined || split === only)
  const peer = only === undefined && folder !== null ? await loadPeer() : null
  const matchers: MatcherResults[] = []
  for (const matcher of [vidimusMatcher(engine), ...(peer ? [peer] : [])]) {
    const outcomes = await measureMatcher(engine, matcher, specimens)
    matchers.push({ name: matcher.name, isOurs: matcher.isOurs, outcomes })
    await matcher.close()
  }
  const run: FacesRun = {
    matchers,
    yaw: await measureYaw(engine),
    peer: peer ? peer.name : null,
  }
  return { text: reportFaces(run), figures: faceFigures(run) }
}

/** The peer is loaded where it is asked: a browser's driver is 30 MB of objects, which collections of garbage of all topics would go through. */
async function loadPeer(): Promise<FaceMatcher | null> {
  const { faceApiMatcher } = await import('./peer/face-api-matcher.ts')
  return faceApiMatcher()
}
