import { join } from 'node:path'
import type { Engine } from '../../../analysis/engine.ts'
import type { TopicReport } from '../figures/figure.ts'
import { listFacePictures, measureFalseReads } from '../measure/measure-false-reads.ts'
import { type FilmOutcomes, measureFilms } from '../measure/measure-films.ts'
import { measureReader, type ReadingOutcome, type ReadingTask } from '../measure/measure-reader.ts'
import { tesseractReader, tesseractVersion } from '../readers/tesseract-reader.ts'
import { licenceLineReader, vidimusReader } from '../readers/vidimus-reader.ts'
import type { ZoneReader } from '../readers/zone-reader.ts'
import { DEGRADATIONS, degradePicture } from '../specimens/degrade-picture.ts'
import { drawnTasks, licenceTasks } from '../specimens/drawn-tasks.ts'
import { listSpecimens } from '../specimens/list-specimens.ts'
import { loadPicture } from '../specimens/load-picture.ts'
import type { Split } from '../specimens/specimen.ts'
import { type ReaderResults, reportZones } from './report-zones.ts'
import { zoneFigures } from './zone-figures.ts'

/**
 * Zones are what the goals are narrowest about: that a wrong character passes in fewer than one of a hundred takes 381 films
 * without one. Those that are smeared beyond reading only ask whether something is invented, and the others frame by frame.
 */
const ZONE_FILMS = Number(process.env.BENCH_FILMS ?? 53)
const CLOSELY_READ_FILMS = Math.min(ZONE_FILMS, 12)
/** Frames of a film for the vote. */
const FILM_FRAMES = 4
const NOTHING_DRAWN = { films: null, stills: null, degradedFilms: null, peerStills: null }

/** Zones of pictures and films, by our reader and by the peer; with a half named, that half of the pictures alone. */
export async function benchZones(
  engine: Engine,
  { folder, only }: { folder: string | null; only: Split | undefined },
): Promise<TopicReport> {
  const peer = tesseractVersion()
  if (peer === null)
    console.log('!! NO TESSERACT ON THIS MACHINE: the peer is SKIPPED (Debian: tesseract-ocr)')
  const specimens = folder === null ? [] : await specimenTasks(folder, only)
  const faces = folder === null || only !== undefined ? [] : await listFacePictures(join(folder, 'faces'))
  const [ours, theirs] = [vidimusReader(engine), peer ? tesseractReader() : null]
  const { peerStills, ...drawn } = only === undefined ? await measureDrawn(ours, theirs) : NOTHING_DRAWN
  const licences = only === undefined ? await measureLicences(engine) : null
  const readers: ReaderResults[] = [
    { ...(await measurePictures(ours, { specimens, faces })), ...drawn, licences },
  ]
  if (theirs) {
    const pictures = await measurePictures(theirs, { specimens, faces })
    readers.push({ ...pictures, ...NOTHING_DRAWN, stills: peerStills, licences: null })
  }
  return { text: reportZones({ peer, readers }), figures: readers.flatMap(zoneFigures) }
}

async function specimenTasks(folder: string, only: Split | undefined): Promise<ReadingTask[]> {
  const specimens = await listSpecimens(join(folder, 'documents'))
  return specimens
    .filter(({ split }) => only === undefined || split === only)
    .map(({ split, source, file, format, lines, path }) => ({
      group: split,
      name: `${source}/${file}`,
      format,
      lines,
      load: async () => [await loadPicture(path)],
    }))
}

/** The same pictures as worse cameras show them. */
function degradedTasks(tasks: readonly ReadingTask[]): ReadingTask[] {
  return DEGRADATIONS.flatMap((degradation) =>
    tasks.map((task) => ({
      ...task,
      group: `${task.group}, ${degradation}`,
      load: async () => Promise.all((await task.load()).map((image) => degradePicture(image, degradation))),
    })),
  )
}

async function measurePictures(
  reader: ZoneReader,
  { specimens, faces }: { specimens: readonly ReadingTask[]; faces: readonly string[] },
): Promise<Pick<ReaderResults, 'name' | 'specimens' | 'degraded' | 'falseReads'>> {
  return {
    name: reader.name,
    specimens: await measureReader(reader, specimens),
    degraded: await measureReader(reader, degradedTasks(specimens)),
    falseReads: await measureFalseReads(reader, faces),
  }
}

/** Drawn films, each drawn once for both readers. */
function measureDrawn(reader: ZoneReader, peer: ZoneReader | null): Promise<FilmOutcomes> {
  const plan = { films: ZONE_FILMS, smearedFilms: CLOSELY_READ_FILMS, frames: FILM_FRAMES }
  return measureFilms(reader, drawnTasks(plan), { closely: CLOSELY_READ_FILMS, peer })
}

/** Backs of French licences are no zones: they are read as backs, and counted apart. */
function measureLicences(engine: Engine): Promise<ReadingOutcome[]> {
  const plan = { films: CLOSELY_READ_FILMS, smearedFilms: CLOSELY_READ_FILMS, frames: FILM_FRAMES }
  return measureReader(licenceLineReader(engine), licenceTasks(plan))
}
