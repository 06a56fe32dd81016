import type { Role } from '../roles/role.ts'
import type { Settings } from '../settings.ts'
import type { FirstRun } from './first-run.ts'

/** Tells the person at the terminal where things are, with a request that can be pasted as it is. */
export function printWelcome(options: {
  settings: Settings
  roles: Role[]
  firstRun: FirstRun
  startedInMs: number
}): void {
  const { settings, roles, firstRun, startedInMs } = options
  const lines = [
    '',
    `Vidimus is ready after ${(startedInMs / 1000).toFixed(1)} s (${roles.join(', ')}).`,
    '',
    `  API      ${firstRun.apiUrl}`,
    `  Pages    ${firstRun.webUrl}`,
    `  Data     ${settings.dataDirectory} (the same facts in first-run.json)`,
    '',
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
    '',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
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
