import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../../../domain/problem.ts'
import { readIdentificationId } from '../read-identification-id.ts'

/** The page that every identification-url leads to. */
const PAGE = 'index.html'

/** Files whose names carry a hash of what is in them never change. */
const HASHED_FILES = /[\\/]assets[\\/]/

/** The capture app's files at `/capture-app/`, and its page at each identification-url. */
export async function addPageRoutes(app: FastifyInstance, captureAppFolder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: captureAppFolder,
    prefix: '/capture-app/',
    index: false,
    cacheControl: false,
    // Files are kept for good or not at all, and are small: nothing is asked again, or for a part.
    etag: false,
    lastModified: false,
    acceptRanges: false,
    setHeaders: (reply, path) => {
      if (HASHED_FILES.test(path)) reply.header('cache-control', 'public, max-age=31536000, immutable')
    },
  })

  app.get('/:identificationId', async (request, reply) => {
    readIdentificationId(request)
    if (!existsSync(join(captureAppFolder, PAGE)))
      throw new Problem('unavailable', 'The pages are not built yet')
    return reply.sendFile(PAGE)
  })
}
