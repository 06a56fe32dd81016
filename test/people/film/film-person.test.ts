import { readFile, stat } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { CAST } from '../cast.ts'
import { filmPerson } from './film-person.ts'

/** Drawing a film cold takes some ten seconds on a free machine. */
const DRAWING_LIMIT_MS = 180_000

describe('filmPerson()', () => {
  it(
    'gives a film of 1280 by 720 pictures with the face at angles to both sides, and keeps it',
    async () => {
      const request = { person: CAST.anna, document: 'passport' as const }
      const film = await filmPerson(request)
      expect(film.documentBack).toBeNull()
      expect(film.documentFront.length).toBeGreaterThanOrEqual(6)
      const yaws = film.face.map(({ yaw }) => yaw)
      expect(yaws).toEqual(yaws.toSorted((a, b) => a - b))
      expect([yaws[0], yaws.at(-1)]).toEqual([-30, 30])
      for (const path of [...film.documentFront, ...film.face.map((face) => face.path)]) {
        const { width, height, format } = await sharp(await readFile(path)).metadata()
        expect([width, height, format]).toEqual([1280, 720, 'jpeg'])
      }
      const drawnAt = (await stat(film.face[0].path)).mtimeMs
      expect(await filmPerson(request)).toEqual(film)
      expect((await stat(film.face[0].path)).mtimeMs).toBe(drawnAt)
    },
    DRAWING_LIMIT_MS,
  )

  it(
    'shows the face of whom it is told beside the document of another',
    async () => {
      const own = await filmPerson({ person: CAST.anna, document: 'passport' })
      const other = await filmPerson({ person: CAST.anna, document: 'passport', facePerson: CAST.luca })
      expect(other.documentFront).toEqual(own.documentFront)
      expect(other.face).not.toEqual(own.face)
    },
    DRAWING_LIMIT_MS,
  )
})
