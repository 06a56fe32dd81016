import { TURN_YAW_DEGREES_MINIMUM } from '../../../domain/challenge.ts'
import { NEAR_DATE_DIGITS_MAXIMUM, VALIDITY_YEARS_MAXIMUM } from '../../../domain/document/is-altered-date.ts'
import { LETTERS_PER_MISREADING } from '../../../domain/document/names/likeness-of-name.ts'
import { STILL_FRAMES_MINIMUM } from '../../../domain/document/still-frames.ts'
import { COVERED_FACE } from '../../../domain/faces/is-face-covered.ts'
import {
  AWAY_MS_MAXIMUM,
  MISSED_FRAMES_MAXIMUM,
  TURN_STEP_DEGREES_MAXIMUM,
} from '../../../domain/faces/is-way-broken.ts'
import { SEEN_FACE } from '../../../domain/faces/judge-likeness.ts'

/**
 * Every threshold that turns a fact into a score, with the measurement that set it or the word that it was chosen.
 * Sharpness is the variance of the Laplacian at 640 px width: drawn cards measure 876 clean, 181 with a
 * blur of sigma 1.2 px and 36 with sigma 2.4 px; zones are read at 181 and not at 36.
 */
export const THRESHOLDS = {
  /** Below it the best document frame counts as blurry. */
  documentSharpnessMinimum: 60,
  /** The same along one direction: a smear of 17 px leaves 126 in all and next to nothing along it (guide-document). */
  weakerSharpnessMinimum: 15,
  /** Width of the card in the frame, px: zones are still read on narrower ones, printed fields of 2 mm are 9 px high. */
  cardWidthMinimum: 400,
  /** Mean luma 0-255; drawn cards measure 212 in good light, 59 dark, 25 very dark. */
  lumaMinimum: 40,
  /** Chosen, not measured: above it next to nothing of a card is left between its ground and white. */
  lumaMaximum: 245,
  /** Share of burnt-out area; drawn cards measure 0 without and 0.10 with glare. */
  glareShareMaximum: 0.08,
  /**
   * Colour beyond the tint of the light, levels 0-255. 51 public specimens: 46 with coloured print measure 16 and more;
   * turned grey 0, grey under a warm light 3-8, under a very warm one 5-15. Drawn fronts, blurred, in shadow and noisy
   * ones too: 18 and more; their grey copies 0, under a warm light 3-10.
   */
  greySpreadMaximum: 6,
  /**
   * The same of the spots beyond which 1.5 % of the card have more. Specimens for development (all but one that is grey): 33 and
   * more, in a third of the light 12, washed out to a third of their colours 9; copies in grey 1.4, drawn films of them 4.3.
   */
  greySpotsMaximum: 7,
  colourSpreadMinimum: 14,
  /**
   * How far the colours of one fine pattern lie apart in a screen's order, 0-1. Of the development half 30 specimens as they are,
   * on tables, filmed by a drawn camera with a sensor of its own colours and printed as halftones, drawn cards under whatever
   * distortion and 12 photos: 0.07 and less, with red and blue shifted by a pixel against green 0.14. Of the screens drawn
   * beside them the bench shows a third: with stripes 11 of 13 have more than 0.15 and two more than 0.3; with diamonds one of 4 and none.
   */
  stripesOfPrintMaximum: 0.15,
  /** Where a document is refused: three times what print has at most. */
  stripesOfScreensMinimum: 0.3,
  /**
   * Share of a card under a hand from which a side of which nothing at all was read counts as hidden: two thumbs that hold
   * an ID-1 card cover 0.09 of it (17 by 12 mm each), a finger across half of it 0.11, two laid over it 0.15 and more.
   */
  handShareMinimum: 0.1,
  /** The same of the card's middle, 0.3 to 0.7 of its sides: thumbs at the rim cover nothing of it, a finger to the middle a fifth. */
  handInMiddleMinimum: 0.05,
  /**
   * Frames of a side, and how far it moves between them at most to count as standing still, px: drawn cards in a hand move by
   * 3.4 and more, one picture with fresh noise and compression in each frame by 0.05 and less (in the dark it is taken to move).
   */
  stillFramesMinimum: STILL_FRAMES_MINIMUM,
  stillPxMaximum: 0.15,
  /** Share of a still card on which light may change: noise and compression change 0.006 of it. */
  stillLightShareMaximum: 0.02,
  /**
   * How much a corner looks like what is around the card, 0-1. Public specimens for development on tables: 0.49 and less as they
   * are, with a corner of 14 % of the width cut off 0.94 and more for 25 of 30; drawn cards in a hand 0.15 and less, cut ones
   * 0.81 and more.
   */
  missingCornerMinimum: 0.7,
  /**
   * How far a printed value is aslant among the others, degrees. Cards with three long values: 14 specimens for development 0.75 and
   * less, degraded ones 1, 26 drawn films, tilted and compressed ones too, 0.25; with a value turned by 2 or 3 degrees 43 of 102
   * and 117 of 194 have more.
   */
  slantDegreesMinimum: 1.4,
  /** Mean luma from which colour is judged; drawn cards in the dark (11) measure 2 with all their colours. */
  colourLumaMinimum: 60,
  /** Frames that must read the same zone: digits alone pass some wrong name lines (12 of 86 images). */
  mrzFramesAgreeingMinimum: 2,
  /**
   * Of a zone: names and numbers without a digit of their own are in dispute between two readers below it, for it is half of
   * theirs then, 0.5 at most. The genuine ones of drawn clean films and of pictures for development have 0.83 and more.
   */
  zoneConfidenceMinimum: 0.8,
  /** Sharpness of the aligned face. Chosen, not measured: twice that of a face that may still be matched (`seenFace`). */
  faceSharpnessMinimum: 25,
  /** How well both faces must be seen to be matched. */
  seenFace: SEEN_FACE,
  /** Asked of the holder while filming by the same limits. */
  coveredFace: COVERED_FACE,
  /**
   * How far a regular pattern stands out on the face, middle of eight frames and more: photos for development 2.7 and less, held
   * out 3.0; screens drawn by their optics 3.9 and more where 0.7 of their pixels are one of the camera's. Finer ones do not show.
   */
  facePatternMaximum: 3.4,
  /**
   * Degrees from frontal that still show the full front of a face. Chosen, not measured: wide enough for a phone
   * held low in the hand.
   */
  frontalYawDegreesMaximum: 15,
  frontalPitchDegreesMaximum: 20,
  /** Yaw change that counts as a turn; kept with each challenge too. */
  turnYawDegreesMinimum: TURN_YAW_DEGREES_MINIMUM,
  /** From one judged frame of a turn to the next: drawn heads that turn by 6° are read to turn by up to 14.7. */
  turnStepDegreesMaximum: TURN_STEP_DEGREES_MAXIMUM,
  /** Frames in a row that a turn may be without the face. Chosen, not measured: a detector misses one now and then. */
  missedFramesMaximum: MISSED_FRAMES_MAXIMUM,
  /** How long it may be away where more are missed. Chosen, not measured: as long as one frame missed at seven a second. */
  awayMsMaximum: AWAY_MS_MAXIMUM,
  /** % of eye distance: turned prints measure 0.3-2.1, real heads 5.8-10.9. */
  parallaxPercentMinimum: 3,
  /**
   * Degrees; 24 films of drawn heads measure -9 to 10. Of 240 films of prints turned by up to 60° to both sides 20
   * reach the angle on both, none of them with an excess this small on both.
   */
  narrowingExcessDegreesMaximum: 12,
  /**
   * From asking for a turn to the frame that shows it: the way to the page and back alone takes some 100 ms, and nobody
   * answers a picture in less than 150 ms (Woods et al., Frontiers in Human Neuroscience 9:131, 2015).
   */
  reactionMsMinimum: 150,
  /**
   * Challenges drawn for an identification: one a recording in which something was asked, one each time the face was lost after
   * that, and one where the holder was sent to a darker place. Whoever plays a film made beforehand guesses 378 orders of colours and 2 of turns: of four draws one fits in
   * 1 - (755/756)^4 = 0.5 %, in 1 - (753/756)^4 = 1.6 % where the film was made to fit three orders, which some do (decision 43;
   * more were not looked for). The colours of the turns must be followed too. Three mishaps after the colours have begun are left to the holder.
   */
  challengesDrawnMaximum: 4,
  /**
   * How well a face follows the colours of the screen, and how much they add to its own. When they were set drawn live heads in rooms
   * of 50, 200 and 1000 lux had a likeness of 1.00, 0.94 and 0.72 in the middle and 15, 3.7 and 0.8 % added; prints 0.51 and less. Screens
   * that play a face had up to 0.98 and 3.3 % by what their glass mirrors, on a part of the face, and none passed all limits. What heads have
   * and attacks pass by now is recorded (`bench:accuracy --only attacks`).
   */
  lightMatchMinimum: 0.8,
  /**
   * In brighter rooms noise makes flat paper look uneven: of drawn people who are in no table (9201 to 9424) five faces cut out of
   * paper have 0.010 to 0.014 in 1000 lux, nine heads in 500 lux 0.011 to 0.019 and 13 in 200 lux 0.028 and more. Who has less is asked again where it is darker.
   */
  lightStrengthMinimum: 0.015,
  /**
   * Of the seven places of a face that are not burnt out, each must follow, with a third of what the mean of them gains: a
   * reflection in glass lies on some of them. Set on the first drawings of screens, told by the same table.
   */
  lightPatchesMinimum: 5,
  lightPatchMatchMinimum: 0.3,
  lightPatchShareMinimum: 0.3,
  /**
   * A place that follows as clearly may gain less, none gains more than the maximum. Of 30 drawn heads who are in no table (9202 to 9418)
   * in 100 lux the place on which the lamp shines has 0.3 to 0.8, where most is added 1.2 to 2.2; of screens that mirror the phone those
   * that it does not reach 0.24 and less with a likeness of 0.45 and less, where it does 3.2 and more.
   */
  lightClearPatchMatchMinimum: 0.7,
  lightClearPatchShareMinimum: 0.2,
  lightPatchShareMaximum: 3,
  /**
   * Deviation of what the places gain, as shares of their mean: a screen before a head lights what faces it and is near, the room
   * the rest; on flat paper both add alike everywhere. Drawn heads in 50 to 500 lux have 0.11 to 0.52, photos whose
   * light was computed 0.11 to 0.34 where they pass else, cut-out faces in 50 and 200 lux 0.02 to 0.14; in 1000 lux noise makes
   * 0.24 and more of them. Heads of `turnLightMatchMinimum` have 0.16 and more, paper 0.02 to 0.04 in 50 lux.
   */
  lightReliefMinimum: 0.1,
  /**
   * The same beside what noise and paper explain, over the straight face and the turns together; 1 is flat. Of drawn people who are in
   * no table (`makePerson` 9202 to 9305) faces on paper have 0.8 to 1.6 in 200 to 1000 lux, heads 5.1 and more in 100, 3.6 in 200 and 1.7
   * in 500. The straight face alone, of which more is asked: paper 0.4 to 2.9, heads 9.3 and more in 100, 7 in 200 and 2 in 500.
   */
  lightUnevennessMinimum: 2.2,
  lightStraightUnevennessMinimum: 3.5,
  /**
   * How the colours are followed through the turns, on the way and at either side: likeness in all, strength as a share of that
   * of the straight face, likeness of the middle place, and of how much of that a place may fall short, of which one may.
   * Set on 8 drawn people who are in no table: live ones in 50 to 200 lux have 0.86, 0.62 to 1.4 and 0.52 and more, in 500 lux
   * 0.67, 0.7 to 1.7 and 0.36; screens miss two places and more, have 0.05 to 0.3 of the strength beside paper in rooms where
   * paper is lit well, and 3.9 times and more where it is not.
   */
  turnLightMatchMinimum: 0.5,
  turnLightShareMinimum: 0.4,
  turnLightShareMaximum: 2.5,
  /** Of a side five places are in sight, of which one may be burnt out. */
  turnLightPatchesMinimum: 4,
  turnLightPatchMatchMinimum: 0.3,
  turnLightPatchShareMinimum: 0.33,
  turnLightPatchesMissedMaximum: 1,
  /**
   * What a place gains over what the mean of its stretch does: of all but one at least, of each at most. Drawn heads who are in no table
   * (9202 to 9302, 100 to 500 lux): all but one 0.3 and more, none more than 2.7; screens that play turns have two places and more below
   * 0.25 or one that gains 4 to 15 times the mean, in each stretch but some in which a phone covers the face with its mirror image.
   */
  turnLightPatchGainMinimum: 0.25,
  turnLightPatchGainMaximum: 4,
  /**
   * Of a printed field. Of what is read of drawn cards made very soft (six people of the development half) 15 of 45 fields
   * below it are right; of sharp ones nearly all are above. `bench:accuracy --only fields` tells how many are right at
   * which confidence.
   */
  printConfidenceMinimum: 0.7,
  /** Frames that must read the same where no check digit proves a field. Chosen, not measured: the least that is more than one. */
  printFramesAgreeingMinimum: 2,
  /** Printed fields held against the zone: fewer prove nothing. Chosen, not measured: one may agree by chance or be another's. */
  comparedFieldsMinimum: 2,
  /**
   * Fields that must contradict the zone: one may be a misreading. Chosen, not measured on its own; `bench:accuracy -- --only fields`
   * tells how often a single one is wrong.
   */
  contradictingFieldsMinimum: 2,
  /**
   * Of a field that counts in a refusal, unless two frames read it alike. Of very soft print with a confidence of 0.7 to 0.9 seven of
   * 118 are another value but for marks and spaces, which are no difference here; from 0.9 on none of 127 (`bench:accuracy --only fields`).
   */
  contradictingConfidenceMinimum: 0.9,
  /** Of a name that a zone cut. Chosen, not measured: of a shorter one the beginning of another is no evidence, however full its zone is. */
  cutNameLettersMinimum: 4,
  /**
   * One misread letter in so many makes no other name, where the reading is not beyond doubt. Chosen, not measured; of shorter names, and
   * of licences', not even one is forgiven (decisions 92 and 96).
   */
  lettersPerMisreading: LETTERS_PER_MISREADING,
  /** Chosen, not measured: nearly nobody is older, so that print that says so is misread, or was changed to make an adult of a child. */
  holderYearsMaximum: 110,
  /** Chosen, not measured, of how states issue documents and of how digits are altered (is-altered-date). */
  validityYearsMaximum: VALIDITY_YEARS_MAXIMUM,
  nearDateDigitsMaximum: NEAR_DATE_DIGITS_MAXIMUM,
} as const
