import { type SigningKey, writeSigningKeyName } from '../../../domain/signing-key.ts'
import { type Resource, writeTime } from '../json-api.ts'

/** A signing key as a resource; its id is the name that signatures carry. */
export function presentSigningKey(key: SigningKey): Resource {
  return {
    type: 'signing-keys',
    id: writeSigningKeyName(key),
    attributes: {
      'configuration-id': key.configurationId,
      'created-at': writeTime(key.createdAt),
      curve: key.curve,
      'destroyed-at': writeTime(key.destroyedAt),
      environment: key.environment,
      'expires-at': writeTime(key.expiresAt),
      'public-key': key.publicKeyPem,
      version: key.version,
    },
  }
}
