import { z } from 'zod'

/** Resources of a page where the client names no size. */
const DEFAULT_PAGE_SIZE = 50

/** Resources of a page at most: about 100 kB, and an answer within milliseconds. */
const MAX_PAGE_SIZE = 200

const RANGE = `must be a whole number from 1 to ${MAX_PAGE_SIZE}`

/** `page[size]` of a list. */
export const PAGE_SIZE = z
  .string('is given more than once')
  .regex(/^[1-9]\d{0,3}$/, RANGE)
  .transform(Number)
  .pipe(z.number().max(MAX_PAGE_SIZE, RANGE))
  .default(DEFAULT_PAGE_SIZE)
