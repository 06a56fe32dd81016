import { join } from 'node:path'
import type { Image } from '../../../domain/image.ts'
import { CAST, type CastName } from '../../../test/people/cast.ts'
import type { DocumentKind } from '../../../test/people/documents/issue-document.ts'
import { filmPerson } from '../../../test/people/film/film-person.ts'
import { listSpecimens } from '../specimens/list-specimens.ts'
import { loadPicture } from '../specimens/load-picture.ts'

/** Frames of a side, as the media process keeps them of a scene. */
const FILM_FRAMES = 4

/** The sides filmed, those with a zone and those whose print is all. */
const SIDES: readonly (readonly [DocumentKind, 'front' | 'back'])[] = [
  ['french-passport', 'front'],
  ['french-id-card', 'front'],
  ['french-id-card', 'back'],
  ['french-card', 'front'],
  ['french-card', 'back'],
  ['french-licence', 'front'],
  ['french-licence', 'back'],
  ['residence-permit', 'front'],
  ['residence-permit', 'back'],
]

/** Pictures of one side to read. */
export interface SpeedCase {
  group: string
  side: 'front' | 'back'
  load(): Promise<Image[]>
}

/** Films of each document of some of the cast, as a scene hands them to the reader. */
export function filmedSides(people: readonly CastName[]): SpeedCase[] {
  return SIDES.flatMap(([document, side]) =>
    people.map((name) => ({
      group: `${document}, ${side}`,
      side,
      load: async () => {
        const film = await filmPerson({ person: CAST[name], document })
        const paths = (side === 'front' ? film.documentFront : film.documentBack) ?? []
        return Promise.all(paths.slice(0, FILM_FRAMES).map(loadPicture))
      },
    })),
  )
}

/** Pictures of real documents, one each, as `vidimus read` reads them. */
export async function pictured(folder: string): Promise<SpeedCase[]> {
  const specimens = await listSpecimens(join(folder, 'documents'))
  return specimens.map(({ format, path }) => ({
    group: `real ${format}`,
    side: 'front',
    load: async () => [await loadPicture(path)],
  }))
}
