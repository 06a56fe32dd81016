import type { FastifyInstance } from 'fastify'

/** Tells which methods an address has; none for an address that does not exist. */
export type AllowedMethods = (path: string) => string[]

/** Watches the routes that are added after it, so that a wrong method can be told from a wrong address. */
export function watchRoutes(app: FastifyInstance): AllowedMethods {
  const routes: { pattern: RegExp; methods: string[] }[] = []
  app.addHook('onRoute', (route) => {
    routes.push({ pattern: patternOf(route.url), methods: [route.method].flat() })
  })
  return (path) => {
    const methods = routes.filter(({ pattern }) => pattern.test(path)).flatMap((route) => route.methods)
    return [...new Set(methods)].sort()
  }
}

/** A route's address as a pattern, with or without its trailing slash. */
function patternOf(url: string): RegExp {
  const source = url
    .replace(/\/$/, '')
    .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/:\w+/g, '[^/]+')
    .replaceAll('*', '.*')
  return new RegExp(`^${source}/?$`)
}
