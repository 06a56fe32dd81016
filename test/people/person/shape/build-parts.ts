import type { Person } from '../person.ts'
import { buildEar, buildMane, buildNeck, buildShirt } from './build-body.ts'
import { buildGlasses } from './build-glasses.ts'
import { buildCroppedHair, buildHead } from './build-head.ts'
import { isLong } from './hairline.ts'
import type { Part } from './part.ts'

/** Every surface of a person, looking straight ahead. */
export function buildParts(person: Person): Part[] {
  const head = buildHead(person)
  return [
    head,
    ...(person.hair.cut === 'bald' ? [] : [buildCroppedHair(person, head)]),
    buildEar(person, -1),
    buildEar(person, 1),
    buildNeck(person),
    buildShirt(person),
    ...(isLong(person.hair.cut) ? [buildMane(person)] : []),
    ...buildGlasses(person, head.points),
  ]
}
