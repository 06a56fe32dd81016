/** What a route takes beside its listener's own rule; written as `config` of the route. */
export interface RouteRules {
  /** `anything`: whatever the request accepts, the answer has its one type, as a PDF does. */
  accept?: 'anything'
  /**
   * What a body may be. `ignored`: of any type or none, and never looked at, for requests that say everything in
   * their address. `json or form`: JSON of either media type, or a form (API text, "Force webhook notification").
   */
  body?: BodyRule
}

/** What a body may be; with nothing in it, its declared type does not matter. */
export type BodyRule = 'json-api' | 'json' | 'json or form' | 'ignored'

declare module 'fastify' {
  interface FastifyContextConfig extends RouteRules {}
}
