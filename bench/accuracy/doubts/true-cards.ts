import type { Image } from '../../../domain/image.ts'
import type { DocumentKind, IssuedDocument } from '../../../test/people/documents/issue-document.ts'
import { COOPERATIVE, type Distortion } from '../../../test/people/film/distortion.ts'
import { filmDocument } from '../../../test/people/film/film-document.ts'
import type { HandColor } from '../../../test/people/film/paint-hand.ts'
import { drawOnce } from '../fields/draw-once.ts'
import { flatSide } from '../fields/flat-document.ts'
import { inventHolder, issueTo } from '../fields/invent-holder.ts'
import { DEGRADATIONS, degradePicture } from '../specimens/degrade-picture.ts'
import { loadPicture } from '../specimens/load-picture.ts'
import type { Specimen } from '../specimens/specimen.ts'
import type { DoubtCase } from './doubt-case.ts'

/** Their set. */
export const TRUE_CARDS = 'cards of people who set no limit, drawn by test/people'
/** Every layout of a card that is drawn; nothing is asked of pages. */
const KINDS: readonly DocumentKind[] = [
  'id-card',
  'french-card',
  'driving-licence',
  'french-id-card',
  'residence-permit',
  'french-licence',
]
/** Beyond the people of the bench of fields; limits were set on films of the cast. */
const FIRST_PERSON = 40
const FIRST_SEED = 86_400
const HAND: HandColor = [0.45, 0.3, 0.22]
/** Further from flat than limits were set on. */
const TILTED: Distortion = { ...COOPERATIVE, clutter: 8, tiltDegrees: 14 }

/** Pictures of real cards as worse cameras show them: the same cards as in the pictures as they are, three times each. */
export function degradedCards(specimens: readonly Specimen[]): DoubtCase[] {
  const cards = specimens.filter(({ format }) => format !== 'TD3' && !format.startsWith('MRV'))
  return cards.flatMap(({ path, split }) =>
    DEGRADATIONS.map((degradation) => ({
      set: `pictures of real documents, ${split}, distorted by the bench`,
      truth: null,
      cause: degradation,
      load: async () => [await degradePicture(await loadPicture(path), degradation)],
    })),
  )
}

/** Both sides of every layout of a card, of so many people who were in no table when limits were set: lying flat, and held tilted. */
export function drawnCards(people: number): DoubtCase[] {
  const documents = Array.from({ length: people }, (_, i) =>
    inventHolder('reported', FIRST_PERSON + i),
  ).flatMap((holder) => KINDS.map((kind) => issueTo(holder, kind)))
  return documents.flatMap((document, index) =>
    (['front', 'back'] as const).flatMap((side, turn) => {
      const seed = FIRST_SEED + 2 * index + turn
      return [
        caseOf({ side, cause: 'lying flat' }, () => flatSide(document, side)),
        caseOf({ side, cause: 'held tilted' }, () => tiltedSide(document, { side, seed })),
      ]
    }),
  )
}

function caseOf(
  named: { side: 'front' | 'back'; cause: string },
  picture: () => Promise<Image | null>,
): DoubtCase {
  const load = async () => {
    const image = await picture()
    return image ? [image] : []
  }
  return { set: TRUE_CARDS, truth: null, ...named, load }
}

async function tiltedSide(
  document: IssuedDocument,
  { side, seed }: { side: 'front' | 'back'; seed: number },
): Promise<Image | null> {
  const { [side]: image, size } = await drawOnce(document)
  if (image === null) return null
  const card = { image, cornerShare: size.cornerRadiusMm / size.widthMm }
  const [shot] = await filmDocument(card, { seed, frames: 1, distortion: TILTED, hand: HAND })
  return shot.image
}
