/** Frames of a side from which on a still picture is told from a card: fewer may well look alike. */
export const STILL_FRAMES_MINIMUM = 4
