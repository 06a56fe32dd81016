import { Problem } from '../../domain/problem.ts'
import { findAssetByKey } from '../assets/find-assets.ts'
import { openAsset } from '../assets/open-asset.ts'
import { openDataKey } from '../identifications/open-data-key.ts'
import type { OpenedBytes, Span } from '../platform/keys/keys.ts'
import type { JourneyContext } from './journey-context.ts'

/** Folder of the standard answers' assets, which come with the program, are nobody's and are not sealed. */
const STANDARD_FOLDER = 'standard/'
/** Parts up to this size are opened once and held; larger ones are opened to look and opened again to send. */
const HELD_BYTES = 1024 * 1024

/** An asset to be shown. */
export interface ShownAsset {
  sizeBytes: number
  /**
   * A part of it, all of which is known to be what was kept before the first byte is given. Throws
   * `Problem('gone')` otherwise.
   */
  read(span: Span): Promise<Uint8Array | AsyncIterable<Uint8Array>>
}

/**
 * The asset of a key, for whoever has the right to it. Throws `Problem('gone')` when there is none, when its
 * identification is anonymized, and when what is stored is not what was kept. A storage that fails says nothing
 * of the asset: its error stays what it is.
 */
export async function showAsset(context: JourneyContext, key: string): Promise<ShownAsset> {
  if (key.startsWith(STANDARD_FOLDER)) return showPlain(await context.storage.get(key))
  const asset = await findAssetByKey(context.database, key)
  const dataKey = asset && (await openDataKey(context, asset.identification))
  if (!dataKey) throw new Problem('gone', 'There is no such asset')
  const vault = { storage: context.storage, dataKey }
  const orGone = <T>(work: Promise<T>) => refuseAltered(context, asset.id, work)
  const opened = await orGone(openAsset(vault, asset))
  return { sizeBytes: opened.sizeBytes, read: (span) => orGone(readWhole(opened, span)) }
}

function showPlain(bytes: Uint8Array): ShownAsset {
  return { sizeBytes: bytes.length, read: async ({ start, end }) => bytes.subarray(start, end) }
}

async function refuseAltered<T>(
  { log }: Pick<JourneyContext, 'log'>,
  asset: number,
  work: Promise<T>,
): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Problem || isOfTheSystem(error)) throw error
    log.error({ asset, err: error }, 'An asset is not what was kept and is not shown')
    throw new Problem('gone', 'This asset is no longer what was kept')
  }
}

/** Whether the machine failed (no more files, an unreadable disk), as against what was read. */
function isOfTheSystem(error: unknown): boolean {
  return error instanceof Error && 'errno' in error
}

async function readWhole(opened: OpenedBytes, span: Span): Promise<Uint8Array | AsyncIterable<Uint8Array>> {
  const isHeld = span.end - span.start <= HELD_BYTES
  const held: Buffer[] = []
  for await (const piece of opened.read(span)) if (isHeld) held.push(piece)
  return isHeld ? Buffer.concat(held) : opened.read(span)
}
