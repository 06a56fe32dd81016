import { defineConfig } from 'vitest/config'

/** A whole flow: start of the service, a film, a browser on a busy machine. */
const JOURNEY_TIMEOUT_MS = 240_000
/** A journey films in real time: on a machine that others load, a turn of the head can fall between two frames. */
const JOURNEY_RETRIES = 2
/** Tests that start a database or run a model take longest. */
const UNIT_TIMEOUT_MS = 30_000

const JSX = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const

/** Unit tests beside their files, then whole journeys one after the other. */
export default defineConfig({
  test: {
    projects: [
      {
        oxc: JSX,
        test: {
          name: 'unit',
          include: ['{domain,analysis,server,capture-app,tools,test,bench}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', 'test/journeys/**'],
          testTimeout: UNIT_TIMEOUT_MS,
          hookTimeout: UNIT_TIMEOUT_MS,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        oxc: JSX,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          fileParallelism: false,
          retry: JOURNEY_RETRIES,
          testTimeout: JOURNEY_TIMEOUT_MS,
          hookTimeout: JOURNEY_TIMEOUT_MS,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
