import type { Image } from '../../../domain/image.ts'
import {
  DRIVING_LICENCE_SIZE,
  drawDrivingLicenceBack,
  drawDrivingLicenceFront,
} from './draw-driving-licence.ts'
import { drawFrenchCardBack, drawFrenchCardFront, FRENCH_CARD_SIZE } from './draw-french-card.ts'
import { drawIdCardBack, drawIdCardFront, ID_CARD_SIZE } from './draw-id-card.ts'
import { drawPassport, PASSPORT_SIZE } from './draw-passport.ts'
import type { IssuedDocument } from './issue-document.ts'

/** A printed document: its sides as flat pictures, its size and its zone. */
export interface DrawnDocument {
  front: Image
  /** Null for a passport: one page says all. */
  back: Image | null
  size: { widthMm: number; heightMm: number; cornerRadiusMm: number }
}

/** Draws both sides of a document. */
export async function drawDocument(document: IssuedDocument): Promise<DrawnDocument> {
  switch (document.kind) {
    case 'passport':
      return { front: await drawPassport(document), back: null, size: PASSPORT_SIZE }
    case 'id-card':
      return {
        front: await drawIdCardFront(document),
        back: await drawIdCardBack(document),
        size: ID_CARD_SIZE,
      }
    case 'french-card':
      return {
        front: await drawFrenchCardFront(document),
        back: await drawFrenchCardBack(document),
        size: FRENCH_CARD_SIZE,
      }
    case 'driving-licence':
      return {
        front: await drawDrivingLicenceFront(document),
        back: await drawDrivingLicenceBack(document),
        size: DRIVING_LICENCE_SIZE,
      }
  }
}
