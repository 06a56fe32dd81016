import { Problem } from '../../../domain/problem.ts'
import type { Api } from '../../../server/http/add-api.ts'
import { makeRecord } from '../identification-record.ts'
import { OTHER_STEPS } from './other-steps.ts'

/** An API to which nobody is known, for tests of what stands beside it. */
export const UNASKED_API: Api = {
  ...OTHER_STEPS,
  now: () => new Date(),
  authenticate: async () => {
    throw new Problem('unauthenticated', 'Nobody is known here')
  },
  identifications: {
    findProduct: async () => 'standard',
    createIdentification: async () => makeRecord(),
    findIdentification: async () => makeRecord(),
  },
  notifications: { notify: async () => {} },
  urls: { webBaseUrl: '', apiBaseUrl: '', signAssetUrl: ({ key }) => key },
}
