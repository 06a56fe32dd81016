import type { Role } from '../roles/role.ts'
import type { Settings } from '../settings.ts'
import type { FirstRun } from './first-run.ts'

/** Tells the person at the terminal where things are, with a request that can be pasted as it is. */
export function printWelcome(options: {
  settings: Settings
  roles: Role[]
  firstRun: FirstRun | null
  startedInMs: number
}): void {
  const { settings, roles, firstRun, startedInMs } = options
  const { apiUrl, webUrl, dataDirectory } = settings
  const lines = [
    '',
    `Vidimus is ready after ${(startedInMs / 1000).toFixed(1)} s (${roles.join(', ')}).`,
    '',
    `  API      ${apiUrl}`,
    `  Pages    ${webUrl}`,
    `  Data     ${dataDirectory}${firstRun ? ' (the same facts in first-run.json)' : ''}`,
    ...faceModelLines(settings.faceModel),
    ...(settings.faceLight === 'left-out' ? WITHOUT_LIGHT : []),
    '',
    ...(firstRun ? testCredentials(firstRun) : WITHOUT_FIRST_RUN),
    '',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

const WITHOUT_LIGHT = [
  '  Faces    are not lit by the screen, as VIDIMUS_FACE_LIGHT says: a played film looks alive, so every face is for review (-1)',
]

const WITHOUT_FIRST_RUN = [
  '  first-run.json was removed, and nobody knows the first secrets. New ones:',
  '    vidimus accounts list',
  '    vidimus configurations list',
  '    vidimus credentials add <configuration> --environment test',
]

function testCredentials(firstRun: FirstRun): string[] {
  return [
    '  Test credentials',
    `    CLIENT_ID      ${firstRun.clientId}`,
    `    CLIENT_SECRET  ${firstRun.clientSecret}`,
    `    CA             ${firstRun.caFile}`,
    `    certificate    ${firstRun.certFile}`,
    `    key            ${firstRun.keyFile}`,
    '',
    '  Create an identification:',
    '',
    ...curlOf(firstRun),
    '',
    `  Or open this one: ${firstRun.identificationUrl}`,
  ]
}

/** Whoever runs another face model is told at each start whose it is. */
function faceModelLines(model: Settings['faceModel']): string[] {
  if (model === null) return []
  const { name, sha256, licence, provenance } = model
  return [
    `  Faces    by the model ${name} that you chose, SHA-256 ${sha256}`,
    `           licence: ${licence}`,
    `           provenance: ${provenance}`,
  ]
}

function curlOf({ apiUrl, clientId, clientSecret, caFile, certFile, keyFile }: FirstRun): string[] {
  return [
    `curl -sS '${apiUrl}/identifications/' \\`,
    `  -u '${clientId}:${clientSecret}' \\`,
    `  --cacert '${caFile}' --cert '${certFile}' --key '${keyFile}' \\`,
    `  -H 'Content-Type: application/vnd.api+json' \\`,
    `  -d '{"data":{"type":"identifications","attributes":{"reference-data":{"first-name":"ADA","last-name":"EXAMPLE"}}}}'`,
  ]
}
