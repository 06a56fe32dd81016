import type { Client } from '../../domain/account.ts'
import { authenticateClient } from '../accounts/authenticate-client.ts'
import { findConfiguration } from '../configurations/find-configuration.ts'
import { AnswerSigner } from '../configurations/signing/answer-signer.ts'
import { listEvents } from '../events/list-events.ts'
import type { Api } from '../http/add-api.ts'
import type { ApiLimits } from '../http/api-limits.ts'
import { listIdentifications } from '../identifications/listing/list-identifications.ts'
import { create } from '../journey/create.ts'
import { anonymize, fetchErasure } from '../journey/erasure/anonymize.ts'
import { fetchIdentification } from '../journey/fetch.ts'
import { fetchAssets } from '../journey/fetch-assets.ts'
import { fetchOwner } from '../journey/fetch-owner.ts'
import type { JourneyContext } from '../journey/journey-context.ts'
import { notify } from '../journey/notify.ts'
import { readNoted } from '../journey/reads/read-noted.ts'
import { noteSigningKey } from '../journey/renew-signing-keys.ts'
import { simulate } from '../journey/simulate.ts'
import type { DocumentSigner } from '../platform/keys/keys.ts'

/** Where clients and applicants reach this installation, without trailing slashes, how often, and who signs. */
export interface ApiSettings {
  apiUrl: string
  webUrl: string
  /** Signs the reports. */
  documentSigner: DocumentSigner
  /** The same for every role of a process; left out: any number of requests. */
  limits?: ApiLimits
  /** Proxies whose forwarded headers are believed; none when left out. */
  trustedProxies?: string[]
}

/** Loaded at the first report: fonts and typesetting take a quarter of a second that a start need not wait for. */
const loadReports = () => import('../journey/report.ts')

/** Binds the steps of the journey to the client API. */
export function buildApi(context: JourneyContext, settings: ApiSettings): Api {
  const { documentSigner, apiUrl } = settings
  const noted = <T>(client: Client, [action, subject]: [string, string], reading: Promise<T>) =>
    readNoted(context, { client, action, subject }, reading)
  const signer = new AnswerSigner({ ...context, noteKey: noteSigningKey(context) })
  return {
    now: () => context.clock.now(),
    authenticate: (claim) => authenticateClient(context.database, claim),
    identifications: {
      findProduct: async (client) =>
        (await findConfiguration(context.database, client.configurationId)).product,
      createIdentification: (client, form, idempotency) => create(context, client, { ...form, idempotency }),
      findIdentification: (client, id) =>
        noted(
          client,
          ['identification.fetched', `identification ${id}`],
          fetchIdentification(context, client, id),
        ),
    },
    notifications: {
      notify: (client, identificationId, webhook) => notify(context, { client, identificationId, webhook }),
    },
    lists: {
      listIdentifications: (client, wish) =>
        noted(
          client,
          ['identifications.listed', 'identifications'],
          listIdentifications(context, ownerOf(client), wish),
        ),
    },
    assets: { fetchAssets: (client, id) => fetchAssets(context, client, id) },
    erasures: {
      anonymize: (client, id) => anonymize(context, client, id),
      findErasure: (client, id) =>
        noted(client, ['erasure.fetched', `identification ${id}`], fetchErasure(context, client, id)),
    },
    events: {
      listEvents: (client, page) =>
        noted(client, ['events.listed', 'events'], listEvents(context.database, ownerOf(client), page)),
    },
    simulations: { simulate: (client, id, simulation) => simulate(context, client, { id, simulation }) },
    reports: {
      report: async (client, asked) => {
        const { report } = await loadReports()
        return report({ ...context, documentSigner, apiUrl }, client, asked)
      },
    },
    findOwner: (client, resource) =>
      noted(
        client,
        ['resource.fetched', `${resource.type} ${resource.id}`],
        fetchOwner(context, client, resource),
      ),
    urls: {
      webBaseUrl: settings.webUrl,
      apiBaseUrl: settings.apiUrl,
      signAssetUrl: (asset) => context.assetUrls.sign(asset),
    },
    signing: {
      signAnswer: (client, body) => signer.sign(client, body),
      findSigningKeys: (client) => signer.publicKeys(client),
    },
    limits: settings.limits,
  }
}

function ownerOf({ account, environment }: Client) {
  return { accountId: account.id, environment }
}
