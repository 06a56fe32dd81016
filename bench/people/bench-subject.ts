import { CAST, CAST_NAMES, type CastMember } from '../../test/people/cast.ts'
import { makePerson } from '../../test/people/person/person.ts'

/** Seeds of the people drawn by lot, none of them in the cast. */
const LOT_SEEDS = Array.from({ length: 16 }, (_, i) => 901 + i)

/** Someone to measure: a picked person of the cast, or one drawn wholly by lot. */
export interface BenchSubject {
  group: 'cast' | 'lot'
  member: CastMember
}

/** The cast, and as a comparison people nobody has picked. */
export function benchSubjects(): BenchSubject[] {
  const cast = CAST_NAMES.map((name): BenchSubject => ({ group: 'cast', member: CAST[name] }))
  const lot = LOT_SEEDS.map(
    (seed): BenchSubject => ({ group: 'lot', member: { ...CAST.anna, person: makePerson(seed) } }),
  )
  return [...cast, ...lot]
}
