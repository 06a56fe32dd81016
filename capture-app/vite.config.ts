import { resolve } from 'node:path'
import { defineConfig } from 'vite'

/** Oldest browsers served: the first with dialog, dvh units and WebRTC codec preferences together. */
const BROWSERS = ['chrome100', 'edge100', 'firefox100', 'safari15.4', 'ios15.4']

/**
 * Builds the applicant's app; with `--mode gallery` builds the gallery of its screens instead.
 * Nothing is inlined, so that the pages run under `script-src 'self'; style-src 'self'`.
 */
export default defineConfig(({ mode }) => {
  const isGallery = mode === 'gallery'
  return {
    root: isGallery ? resolve(import.meta.dirname, 'gallery') : import.meta.dirname,
    publicDir: resolve(import.meta.dirname, 'public'),
    base: isGallery ? '/' : '/capture-app/',
    // The same bundle whatever NODE_ENV says: a test run's bundle is kept and served.
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    build: {
      outDir: resolve(import.meta.dirname, '..', 'build', isGallery ? 'capture-gallery' : 'capture-app'),
      emptyOutDir: true,
      target: BROWSERS,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  }
})
