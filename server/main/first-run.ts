import { X509Certificate } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from '../../domain/account.ts'
import { Problem } from '../../domain/problem.ts'
import { authenticateClient } from '../accounts/authenticate-client.ts'
import { createAccount } from '../accounts/create-account.ts'
import { createCredentials } from '../accounts/create-credentials.ts'
import { listAccounts } from '../accounts/list-accounts.ts'
import { registerClientCertificate } from '../accounts/register-client-certificate.ts'
import { createConfiguration } from '../configurations/create-configuration.ts'
import { create } from '../journey/create.ts'
import type { JourneyContext } from '../journey/journey-context.ts'
import { welcome } from '../journey/welcome.ts'
import type { Authority } from '../platform/keys/authority.ts'
import type { Settings } from '../settings.ts'
import { keysDirectory } from './open-keys.ts'

const FIRST_ACCOUNT = { name: 'First account', certificatePolicy: 'required' } as const

/** What a script or a developer needs to talk to a new installation; kept in first-run.json. */
export interface FirstRun {
  apiUrl: string
  webUrl: string
  clientId: string
  clientSecret: string
  /** Credentials of the live environment. */
  liveClientId: string
  liveClientSecret: string
  webhookSecret: string
  caFile: string
  certFile: string
  keyFile: string
  identificationUrl: string
}

interface FirstRunOptions {
  settings: Settings
  platform: JourneyContext
  authority: Authority
}

/**
 * Gives the facts of the first start: makes an account with credentials and a certificate when there is
 * none yet, and sees to it that the identification URL is one that can still be opened, as long as the account's
 * credentials are good. Null once the operator has removed them: the account stays, its secrets are known to nobody.
 */
export async function openFirstRun(options: FirstRunOptions): Promise<FirstRun | null> {
  const { settings, platform } = options
  const path = join(settings.dataDirectory, 'first-run.json')
  const kept = await readKept(path)
  if (!kept && (await hasFirstAccount(platform))) return null
  const base = kept ?? (await makeFirstAccount(options))
  const isOpen = kept !== null && (await isOpenStill(platform, kept.identificationUrl))
  // Whose access was ended is no reason not to start.
  const identificationUrl = isOpen
    ? `${settings.webUrl}/${idOf(kept.identificationUrl)}`
    : await makeIdentification(options, base).catch((error) => keepIfEnded(error, base.identificationUrl))
  const firstRun = { ...base, apiUrl: settings.apiUrl, webUrl: settings.webUrl, identificationUrl }
  await writeFile(`${path}.new`, `${JSON.stringify(firstRun, null, 2)}\n`, { mode: 0o600 })
  await rename(`${path}.new`, path)
  return firstRun
}

function keepIfEnded(error: unknown, identificationUrl: string): string {
  if (error instanceof Problem && error.code === 'unauthenticated') return identificationUrl
  throw error
}

async function readKept(path: string): Promise<FirstRun | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function hasFirstAccount({ database }: JourneyContext): Promise<boolean> {
  return (await listAccounts(database)).some(({ name }) => name === FIRST_ACCOUNT.name)
}

async function makeFirstAccount({ settings, platform, authority }: FirstRunOptions): Promise<FirstRun> {
  const certificate = await authority.issueClientCertificate(FIRST_ACCOUNT.name)
  const files = {
    certFile: join(keysDirectory(settings), 'client.crt'),
    keyFile: join(keysDirectory(settings), 'client.key'),
  }
  await writeFile(files.certFile, certificate.certPem, { mode: 0o600 })
  await writeFile(files.keyFile, certificate.keyPem, { mode: 0o600 })
  return platform.database.transaction().execute(async (transaction) => {
    const account = await createAccount(transaction, FIRST_ACCOUNT)
    const wanted = {
      accountId: account.id,
      name: 'First configuration',
      webhook: null,
      redirectUrl: `${settings.webUrl}/done`,
      review: 'never' as const,
      faceRequired: true,
      product: 'standard' as const,
    }
    const { keyring } = platform
    const { configuration, webhookSecrets } = await createConfiguration(transaction, wanted, keyring)
    await registerClientCertificate(transaction, { accountId: account.id, certificate: certificate.certPem })
    const owner = { accountId: account.id, configurationId: configuration.id }
    const test = await createCredentials(transaction, { ...owner, environment: 'test' })
    const live = await createCredentials(transaction, { ...owner, environment: 'live' })
    return {
      apiUrl: settings.apiUrl,
      webUrl: settings.webUrl,
      ...test,
      liveClientId: live.clientId,
      liveClientSecret: live.clientSecret,
      webhookSecret: webhookSecrets.test,
      caFile: authority.caFile,
      ...files,
      identificationUrl: '',
    }
  })
}

async function isOpenStill(platform: JourneyContext, identificationUrl: string): Promise<boolean> {
  try {
    return (await welcome(platform, idOf(identificationUrl))).status === 'uninitiated'
  } catch {
    return false
  }
}

async function makeIdentification({ settings, platform }: FirstRunOptions, base: FirstRun): Promise<string> {
  const client = await authenticate(platform, base)
  const record = await create(platform, client, {
    externalIdentity: null,
    referenceData: null,
    webhook: null,
    redirectUrl: null,
    faceRequired: null,
    placeOfResidence: null,
  })
  return `${settings.webUrl}/${record.identificationId}`
}

/** The first account as its own script would come: with its credentials and its certificate. */
async function authenticate(platform: JourneyContext, firstRun: FirstRun): Promise<Client> {
  const certificate = new X509Certificate(await readFile(firstRun.certFile))
  return authenticateClient(platform.database, {
    clientId: firstRun.clientId,
    clientSecret: firstRun.clientSecret,
    certificateFingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
  })
}

function idOf(identificationUrl: string): string {
  return identificationUrl.split('/').at(-1) ?? ''
}
