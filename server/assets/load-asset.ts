import { type AssetVault, openAsset } from './open-asset.ts'

/** All bytes of an asset. Throws as `openAsset`. */
export async function loadAsset(
  vault: AssetVault,
  asset: { key: string; sha256: string },
): Promise<Uint8Array> {
  const opened = await openAsset(vault, asset)
  const pieces: Buffer[] = []
  for await (const piece of opened.read({ start: 0, end: opened.sizeBytes })) pieces.push(piece)
  return Buffer.concat(pieces)
}
