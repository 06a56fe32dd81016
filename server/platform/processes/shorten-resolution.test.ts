import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const run = promisify(execFile)
const SHORTEN = new URL('./shorten-resolution.ts', import.meta.url).href
let folder: string

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'vidimus-resolution-')))
  await mkdir(join(folder, 'node_modules/named'), { recursive: true })
  const files = {
    'own.mjs': 'export default import.meta.url',
    'required.cjs': 'module.exports = __filename',
    'plain.js': 'module.exports = "found without its ending"',
    'package.json': '{ "type": "commonjs" }',
    'node_modules/named/package.json':
      '{ "name": "named", "exports": { "import": "./a.mjs", "require": "./b.cjs" } }',
    'node_modules/named/a.mjs': 'export default "for import"',
    'node_modules/named/b.cjs': 'module.exports = "for require"',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  await symlink(join(folder, 'own.mjs'), join(folder, 'link.mjs'))
  await symlink(join(folder, 'required.cjs'), join(folder, 'link.js'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** What an expression gives in a process of its own that resolves shortly; `require` is that of its file. */
async function evaluate(expression: string): Promise<string> {
  const script = `import { createRequire } from 'node:module'
    const require = createRequire(import.meta.url)
    const { shortenResolution } = await import('${SHORTEN}')
    shortenResolution()
    console.log(await ${expression})`
  await writeFile(join(folder, 'asker.mjs'), script)
  return (await run(process.execPath, [join(folder, 'asker.mjs')])).stdout.trim()
}

const told = (importing: string) => `${importing}.then((module) => module.default, (error) => error.message)`

describe('shortenResolution()', () => {
  test('takes the file that an import names as it stands, a link too', async () => {
    expect(await evaluate(told(`import('./own.mjs')`))).toBe(`file://${join(folder, 'own.mjs')}`)
    expect(await evaluate(told(`import('./link.mjs')`))).toBe(`file://${join(folder, 'link.mjs')}`)
  })

  test('names the file that is not there', async () => {
    expect(await evaluate(told(`import('./missing.mjs')`))).toContain(join(folder, 'missing.mjs'))
  })

  test('leaves what is required to its own rules', async () => {
    expect(await evaluate(`require('./plain')`)).toBe('found without its ending')
    expect(await evaluate(`require('./link.js')`)).toBe(join(folder, 'required.cjs'))
    expect(await evaluate(`require('named')`)).toBe('for require')
  })

  test('leaves packages to theirs', async () => {
    expect(await evaluate(told(`import('named')`))).toBe('for import')
  })
})
