import { registerHooks } from 'node:module'

/** Files that are named in full, relative to the one that imports them. */
const NAMED_IN_FULL = /^\.\.?\/.*\.(?:ts|js|mjs)$/

/**
 * Takes a module that is imported by the name of its file, relative to its importer, from there without looking whether it exists or is a link:
 * a start imports some thousand, and asking the disk about each costs a quarter of it. One that is not there fails as it is read.
 */
export function shortenResolution(): void {
  registerHooks({
    resolve(specifier, context, next) {
      const { parentURL, conditions } = context
      const isNamed = parentURL?.startsWith('file:') && NAMED_IN_FULL.test(specifier)
      // What is required goes by rules of its own.
      if (!isNamed || !conditions.includes('import')) return next(specifier, context)
      return { url: new URL(specifier, parentURL).href, shortCircuit: true }
    },
  })
}
