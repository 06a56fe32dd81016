import { join } from 'node:path'
import { build } from 'vite'
import type { FilmPlan } from './film-camera.ts'

let bundle: Promise<string> | undefined

/** The script that runs in the page before its own: the film in the place of the cameras. */
export async function bundlePageScript(plan: FilmPlan): Promise<string> {
  bundle ??= bundleFilmCamera()
  return `${await bundle}\nfilmCamera.installFilmCamera(${JSON.stringify(plan)})`
}

async function bundleFilmCamera(): Promise<string> {
  const outputs = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'film-camera.ts'), formats: ['iife'], name: 'filmCamera' },
    },
  })
  const [output] = Array.isArray(outputs) ? outputs : [outputs]
  if (!('output' in output)) throw new Error('The page script was not bundled')
  return output.output[0].code
}
