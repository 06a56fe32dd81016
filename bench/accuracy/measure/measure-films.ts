import type { Image } from '../../../domain/image.ts'
import type { ZoneReader } from '../readers/zone-reader.ts'
import { DEGRADATIONS, degradePicture } from '../specimens/degrade-picture.ts'
import { measureFrames, type ReadingOutcome, type ReadingTask } from './measure-reader.ts'

/** Films that only the second, independent set of distortions makes worse. */
const CLEAN = 'none'

/** What was read of drawn films: of all their frames, of the first alone, of clean ones made worse. */
export interface FilmOutcomes {
  films: ReadingOutcome[]
  stills: ReadingOutcome[]
  degradedFilms: ReadingOutcome[]
  /** What the peer, which looks at one frame, made of the first ones. */
  peerStills: ReadingOutcome[]
}

/**
 * Reads every film; of the first `closely` of each distortion their first frame too, and of those that are clean the frames that
 * the second set of distortions gives. A film is drawn once for all of it: drawing costs more than reading.
 */
export async function measureFilms(
  reader: ZoneReader,
  tasks: readonly ReadingTask[],
  { closely, peer }: { closely: number; peer: ZoneReader | null },
): Promise<FilmOutcomes> {
  const outcomes: FilmOutcomes = { films: [], stills: [], degradedFilms: [], peerStills: [] }
  for (const of of Map.groupBy(tasks, ({ group }) => group).values()) {
    for (const [index, task] of of.entries()) {
      const frames = await task.load()
      outcomes.films.push(await measureFilm(reader, task, frames))
      if (index >= closely) continue
      outcomes.stills.push(await measureFrames(reader, task, frames.slice(0, 1)))
      if (peer) outcomes.peerStills.push(await measureFrames(peer, task, frames.slice(0, 1)))
      if (task.group === CLEAN) outcomes.degradedFilms.push(...(await measureWorse(reader, task, frames)))
    }
  }
  return outcomes
}

/** What no frame shows is counted apart. */
async function measureFilm(
  reader: ZoneReader,
  task: ReadingTask,
  frames: readonly Image[],
): Promise<ReadingOutcome> {
  const group = (await task.isBurntOut?.()) ? `${task.group} that burns characters out` : task.group
  return measureFrames(reader, { ...task, group }, frames)
}

async function measureWorse(
  reader: ZoneReader,
  task: ReadingTask,
  frames: readonly Image[],
): Promise<ReadingOutcome[]> {
  const outcomes: ReadingOutcome[] = []
  for (const degradation of DEGRADATIONS) {
    const worse = await Promise.all(frames.map((frame) => degradePicture(frame, degradation)))
    outcomes.push(await measureFrames(reader, { ...task, group: `${CLEAN}, ${degradation}` }, worse))
  }
  return outcomes
}
