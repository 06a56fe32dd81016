import { valueNoise } from '../../noise.ts'
import type { Person } from '../person.ts'
import { hairlineHeight } from '../shape/hairline.ts'
import type { PosedPart } from './pose-part.ts'
import { blendCorners, type Shares } from './rasterise.ts'

/** Height at which hanging hair ends, and how ragged its ends are; centimetres. */
const MANE_END = { height: -14, ragged: 4 }

/** Tells where hair is and where strands leave gaps; every other material is solid. */
export function hairGaps(person: Person): (part: PosedPart, triangle: number, shares: Shares) => boolean {
  return (part, triangle, shares) => {
    if (part.material !== 'hair' && part.material !== 'mane') return true
    const [x, y, z] = blendCorners(part, part.rest, { triangle, shares })
    if (part.material === 'mane') return y > MANE_END.height + MANE_END.ragged * valueNoise(x * 5, z * 5, 3)
    const ragged = 0.9 * valueNoise(x * 5 + person.seed, z * 5, y * 0.6) - 0.2
    return y - hairlineHeight(person.hair, x, z) > ragged
  }
}
