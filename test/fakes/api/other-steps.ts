import type { Api } from '../../../server/http/add-api.ts'

/** What every test of an API gives itself. */
type Given = 'now' | 'authenticate' | 'identifications' | 'notifications' | 'urls' | 'limits'

/** The steps of an API that a test does not ask for: each says that it was asked. */
export const OTHER_STEPS: Omit<Api, Given> = {
  assets: { fetchAssets: refuse },
  reports: { report: refuse },
  simulations: { simulate: refuse },
  findOwner: refuse,
  events: { listEvents: refuse },
  lists: { listIdentifications: refuse },
  erasures: { anonymize: refuse, findErasure: refuse },
}

async function refuse(): Promise<never> {
  throw new Error('Not a step of this test')
}
