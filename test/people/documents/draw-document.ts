import type { Image } from '../../../domain/image.ts'
import {
  DRIVING_LICENCE_SIZE,
  drawDrivingLicenceBack,
  drawDrivingLicenceFront,
} from './draw-driving-licence.ts'
import { drawFrenchCardBack, drawFrenchCardFront, FRENCH_CARD_SIZE } from './draw-french-card.ts'
import { drawIdCardBack, drawIdCardFront, ID_CARD_SIZE } from './draw-id-card.ts'
import { drawPassport, PASSPORT_SIZE } from './draw-passport.ts'
import { drawFrenchIdCardBack, drawFrenchIdCardFront } from './france/draw-french-id-card.ts'
import { drawFrenchLicenceBack, drawFrenchLicenceFront } from './france/draw-french-licence.ts'
import { drawFrenchPassport } from './france/draw-french-passport.ts'
import { drawResidencePermitBack, drawResidencePermitFront } from './france/draw-residence-permit.ts'
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
    case 'french-passport':
      return { front: await drawFrenchPassport(document), back: null, size: PASSPORT_SIZE }
    case 'french-id-card':
      return {
        front: await drawFrenchIdCardFront(document),
        back: await drawFrenchIdCardBack(document),
        size: ID_CARD_SIZE,
      }
    case 'residence-permit':
      return {
        front: await drawResidencePermitFront(document),
        back: await drawResidencePermitBack(document),
        size: ID_CARD_SIZE,
      }
    case 'french-licence':
      return {
        front: await drawFrenchLicenceFront(document),
        back: await drawFrenchLicenceBack(document),
        size: DRIVING_LICENCE_SIZE,
      }
  }
}
