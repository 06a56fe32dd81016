import type { ApiListenerOptions } from '../../../server/http/api-listener.ts'

/** The steps of an API that a test does not ask for: each says that it was asked. */
export const OTHER_STEPS: Pick<ApiListenerOptions, 'reports' | 'simulations' | 'findOwner' | 'events'> = {
  reports: { report: refuse },
  simulations: { simulate: refuse },
  findOwner: refuse,
  events: { listEvents: refuse },
}

async function refuse(): Promise<never> {
  throw new Error('Not a step of this test')
}
