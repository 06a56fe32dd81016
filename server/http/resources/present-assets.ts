import type { AssetRef } from '../../../domain/identification-record.ts'
import type { FetchedAssets, Recording, TightCrop } from '../../journey/fetch-assets.ts'
import type { AnswerUrls } from './answer-urls.ts'

/** The list of assets as the API text shows it (API text, "Retrieve assets"); plain JSON, not JSON:API. */
export function presentAssets({ faceCrops, tightCrops, videos }: FetchedAssets, urls: AnswerUrls) {
  const link = (asset: AssetRef) => ({ url: urls.signAssetUrl(asset), name: asset.key })
  return {
    face_crops: faceCrops.map(link),
    tight_crops: tightCrops.map((crop) => presentCrop(crop, urls)),
    videos: {
      face: presentVideo(videos.face, urls),
      back_id: presentVideo(videos.back, urls),
      front_id: presentVideo(videos.front, urls),
    },
  }
}

/** A template is a known layout of documents (docs/layouts.md). */
function presentCrop({ asset, areaPixels, sharpness, side, template, country }: TightCrop, urls: AnswerUrls) {
  return {
    url: urls.signAssetUrl(asset),
    area: areaPixels,
    name: asset.key,
    score: sharpness,
    template: {
      id: template?.id ?? null,
      code: template?.code ?? null,
      side: side === 'front' ? 'Front' : 'Back',
      country,
    },
  }
}

function presentVideo(video: Recording | null, urls: AnswerUrls) {
  return (
    video && {
      filename: video.asset.key.split('/').at(-1),
      creation_date: video.createdAt.getTime(),
      url: urls.signAssetUrl(video.asset),
    }
  )
}
