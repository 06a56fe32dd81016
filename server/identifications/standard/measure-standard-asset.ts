import { STANDARD_ASSETS, type StandardAsset } from './standard-assets.ts'

/** What was measured of a picture of a standard answer when it was drawn. */
export function measureStandardAsset({ key }: { key: string }): {
  areaPixels: number | null
  sharpness: number | null
} {
  const files: Readonly<Record<string, StandardAsset>> = STANDARD_ASSETS
  const { areaPixels = null, sharpness = null } = files[key.split('/').at(-1) ?? ''] ?? {}
  return { areaPixels, sharpness }
}
