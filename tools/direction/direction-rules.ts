/** A street that may not be driven: files matching `from` may not import files matching `to`. */
export interface DirectionRule {
  name: string
  why: string
  from: RegExp
  fromNot?: RegExp
  to: RegExp
  /** `$1` stands for the first group of `from`. */
  toNot?: string
}

const ROOMS =
  'audit|identifications|capture|assets|checks|review|webhooks|events|reports|accounts|configurations|anonymization|status'
const TEST = /\.test\.tsx?$/
const ABOVE_HTTP = 'roles/|main[./]|settings\\.|command-line\\.'
const ABOVE_JOURNEY = `http/|${ABOVE_HTTP}`
const IO_MODULES =
  'fs|fs/promises|net|tls|http|https|http2|dgram|dns|dns/promises|child_process|worker_threads|cluster'

/**
 * The direction of every import: main → roles → http → journey → rooms → platform ports → domain;
 * analysis → domain; browsers → domain. Paths start at the project's root; a module of Node is `node:…`,
 * a package is `npm:…`.
 */
export const DIRECTION_RULES: readonly DirectionRule[] = [
  {
    name: 'domain-knows-nobody',
    why: 'Words import only words: no Node, no package, no I/O',
    from: /^domain\//,
    fromNot: TEST,
    to: /./,
    toNot: '^domain/',
  },
  {
    name: 'analysis-never-does-io',
    why: 'Pixels in, facts out: no server, no files, no network',
    from: /^analysis\//,
    fromNot: TEST,
    to: new RegExp(
      `^(server|capture-app|dashboard|sdk)/|^node:(${IO_MODULES})$|^npm:(pg|kysely|undici|fastify)$`,
    ),
  },
  {
    name: 'rooms-do-not-meet',
    why: 'Rooms are joined only by the journey',
    from: new RegExp(`^server/(${ROOMS})/`),
    to: new RegExp(`^server/(${ROOMS})/`),
    toNot: '^server/$1/',
  },
  {
    name: 'rooms-look-down',
    why: 'A room never knows who called it',
    from: new RegExp(`^server/(${ROOMS})/`),
    fromNot: TEST,
    to: new RegExp(`^server/(journey|${ABOVE_JOURNEY})`),
  },
  {
    name: 'journey-knows-no-door',
    why: 'A step is the same whoever starts it: route, job or command',
    from: /^server\/journey(\/|\.)/,
    fromNot: TEST,
    to: new RegExp(`^server/(${ABOVE_JOURNEY})`),
  },
  {
    name: 'http-knows-no-process',
    why: 'Routes get what they need; they start nothing',
    from: /^server\/http\//,
    fromNot: TEST,
    to: new RegExp(`^server/(${ABOVE_HTTP})`),
  },
  {
    name: 'platform-looks-down',
    why: 'What is rented knows nothing of the house that rents it',
    from: /^server\/platform\//,
    fromNot: TEST,
    to: new RegExp(`^server/(${ROOMS})/|^server/(journey|${ABOVE_JOURNEY})`),
  },
  {
    name: 'only-main-picks-adapters',
    why: 'Everyone else sees the port: platform/x/x.ts',
    from: /^server\//,
    fromNot: /^server\/(main[./]|platform\/)|\.test\.tsx?$/,
    to: /^server\/platform\/([^/]+)\//,
    toNot: '^server/platform/([^/]+)/\\1\\.ts$',
  },
  {
    name: 'adapters-see-ports',
    why: 'What is rented is rented apart, and can be swapped alone',
    from: /^server\/platform\/([^/]+)\//,
    fromNot: TEST,
    to: /^server\/platform\/([^/]+)\//,
    toNot: '^server/platform/$1/|^server/platform/([^/]+)/\\1\\.ts$',
  },
  {
    name: 'underscore-is-private',
    why: '_file.ts belongs to its own folder',
    from: /^(.+)\/[^/]+$/,
    to: /\/_[^/]+$/,
    toNot: '^$1/_[^/]+$',
  },
  {
    name: 'browsers-see-only-words',
    why: 'A page gets words and nothing of the server',
    from: /^(capture-app|dashboard|sdk)\//,
    fromNot: /\.test\.tsx?$|vite\.config\.ts$/,
    to: /^(server|analysis|test|bench|tools)\/|^node:/,
  },
  {
    name: 'product-knows-no-test',
    why: 'What runs for a client needs nothing that proves or measures it',
    from: /^(domain|analysis|server|capture-app|dashboard|sdk)\//,
    fromNot: TEST,
    to: /^(test|bench)\//,
  },
]
