import type { Analysts } from '../../../server/platform/analysts/analysts.ts'

/** Analysts that read scenes as a test says, and are asked nothing else. */
export function fakeAnalysts(analyze: Analysts['analyze']): Analysts {
  return {
    guide: () => Promise.reject(new Error('Not asked here')),
    readLight: () => Promise.reject(new Error('Not asked here')),
    analyze,
    close: async () => {},
  }
}
