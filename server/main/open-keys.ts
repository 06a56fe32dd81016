import { join } from 'node:path'
import type { Clock } from '../platform/clock/clock.ts'
import type { Authority } from '../platform/keys/authority.ts'
import type { DocumentSigner } from '../platform/keys/keys.ts'
import { openAuthority } from '../platform/keys/local-authority.ts'
import { openDocumentSigner } from '../platform/keys/local-document-signer.ts'
import type { Settings } from '../settings.ts'

/** Names under which every machine knows itself. */
const LOCAL_NAMES = ['127.0.0.1', 'localhost']

/** Keys of this installation. */
export interface Keys {
  authority: Authority
  documentSigner: DocumentSigner
}

/** Where an installation keeps its keys. */
export function keysDirectory(settings: Settings): string {
  return join(settings.dataDirectory, 'keys')
}

/** Opens the authority for every name clients and applicants may call. */
export async function openKeys(settings: Settings, clock: Clock): Promise<Keys> {
  const called = [settings.apiUrl, settings.webUrl].map((url) =>
    new URL(url).hostname.replace(/^\[|\]$/g, ''),
  )
  const hostNames = [...new Set([...LOCAL_NAMES, ...called])]
  const authority = await openAuthority(keysDirectory(settings), { hostNames, clock })
  return { authority, documentSigner: openDocumentSigner(keysDirectory(settings), { authority, clock }) }
}
