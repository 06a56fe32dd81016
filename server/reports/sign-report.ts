import { SignPdf } from '@signpdf/signpdf'
import { Signer } from '@signpdf/utils'
import type { DocumentSigner } from '../platform/keys/keys.ts'

/** Fills the empty signature of a rendered report: PAdES, over every byte but the signature itself. */
export async function signReport(report: Uint8Array, signer: DocumentSigner): Promise<Uint8Array> {
  return new SignPdf().sign(report, new DetachedSigner(signer))
}

/** The library's way to ask for a signature. */
class DetachedSigner extends Signer {
  readonly #signer: DocumentSigner

  constructor(signer: DocumentSigner) {
    super()
    this.#signer = signer
  }

  override async sign(bytes: Buffer): Promise<Buffer> {
    return Buffer.from(await this.#signer.sign(bytes))
  }
}
