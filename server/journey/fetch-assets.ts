import type { Client } from '../../domain/account.ts'
import type { Template } from '../../domain/document/print-facts.ts'
import type { SceneFacts } from '../../domain/facts.ts'
import type { AssetRef, IdentificationRecord } from '../../domain/identification-record.ts'
import type { Quad } from '../../domain/image.ts'
import { Problem } from '../../domain/problem.ts'
import type { SceneName } from '../../domain/scene.ts'
import { findAssets } from '../assets/find-assets.ts'
import { openFacts } from '../capture/facts/open-facts.ts'
import { findLatestAttempt } from '../capture/find-attempt.ts'
import { findAnswer } from '../checks/find-answer.ts'
import { findIdentification } from '../identifications/find-identification.ts'
import { measureStandardAsset } from '../identifications/standard/measure-standard-asset.ts'
import { isStandardAnswer } from '../identifications/standard-answer.ts'
import type { AssetKind } from '../platform/database/database.ts'
import { noteClient } from './_note-client.ts'
import { fetchIdentification } from './fetch.ts'
import type { JourneyContext } from './journey-context.ts'

/** A card as it was cut out of the best frame; null where a thing was not measured or read. */
export interface TightCrop {
  asset: AssetRef
  side: 'front' | 'back'
  /** What the card covers of its frame, px. */
  areaPixels: number | null
  /** Variance of the Laplacian. */
  sharpness: number | null
  /** Number and code of the layout that the card was found to have. */
  template: Pick<Template, 'id' | 'code'> | null
  /** Issuing state, ISO 3166-1 alpha-3. */
  country: string | null
}

/** A recording and when it was kept. */
export interface Recording {
  asset: AssetRef
  createdAt: Date
}

/** The pictures and recordings of an identification's newest attempt. */
export interface FetchedAssets {
  faceCrops: AssetRef[]
  tightCrops: TightCrop[]
  videos: Record<'face' | 'back' | 'front', Recording | null>
}

/**
 * A client of the test environment fetches what was kept of its identification, or of a standard answer. Throws
 * `Problem('forbidden')` in the live environment (API text, "Endpoints (Test only)"), `Problem('unknown_record')`.
 */
export async function fetchAssets(
  context: JourneyContext,
  client: Client,
  identificationId: string,
): Promise<FetchedAssets> {
  if (client.environment !== 'test') {
    throw new Problem('forbidden', 'Assets are listed in the test environment alone')
  }
  const assets = isStandardAnswer(identificationId)
    ? standardAssetsOf(await fetchIdentification(context, client, identificationId))
    : await fetchKeptAssets(context, client, identificationId)
  await noteClient(context, context.database, { client, action: 'assets.listed', identificationId })
  return assets
}

async function fetchKeptAssets(
  context: JourneyContext,
  client: Client,
  identificationId: string,
): Promise<FetchedAssets> {
  const { database } = context
  const { row, dataKey } = await findIdentification(context, client, identificationId)
  const [attempt, assets, answer] = await Promise.all([
    findLatestAttempt(database, row.id),
    findAssets(database, { identification: row.id }),
    findAnswer(database, row.id, dataKey),
  ])
  // Without its key nothing of an identification can be shown.
  const scenes = dataKey ? (attempt?.scenes ?? []) : []
  const keptOf = (name: SceneName, kind: AssetKind) => {
    const scene = scenes.find((candidate) => candidate.name === name)
    return assets
      .filter((asset) => asset.scene === scene?.id && asset.kind === kind)
      .map(({ key, content_type, sha256, created_at }) => ({
        asset: { key, contentType: content_type, sha256 },
        createdAt: created_at,
      }))
  }
  const cropsOf = (side: TightCrop['side']) => {
    const scene = scenes.find(({ name }) => name === `document-${side}`)
    const measured = scene ? measure(openFacts(dataKey, scene)) : UNMEASURED
    const country = answer?.document.issuingStateCode ?? null
    return keptOf(`document-${side}`, 'card').map(({ asset }) => ({ asset, side, ...measured, country }))
  }
  return {
    faceCrops: keptOf('face', 'face').map(({ asset }) => asset),
    tightCrops: [...cropsOf('front'), ...cropsOf('back')],
    videos: {
      face: keptOf('face', 'recording')[0] ?? null,
      back: keptOf('document-back', 'recording')[0] ?? null,
      front: keptOf('document-front', 'recording')[0] ?? null,
    },
  }
}

const UNMEASURED = { areaPixels: null, sharpness: null, template: null }

function measure(facts: SceneFacts | null): Pick<TightCrop, 'areaPixels' | 'sharpness' | 'template'> {
  if (facts?.kind !== 'document') return UNMEASURED
  return {
    areaPixels: facts.card && Math.round(areaOf(facts.card.quad)),
    sharpness: facts.quality && Math.round(facts.quality.sharpness),
    template: facts.print?.template ?? null,
  }
}

/** Area of a quadrilateral (Gauss's shoelace formula). */
function areaOf(quad: Quad): number {
  const twice = quad.reduce((sum, { x, y }, at) => {
    const next = quad[(at + 1) % quad.length]
    return sum + x * next.y - next.x * y
  }, 0)
  return Math.abs(twice) / 2
}

function standardAssetsOf({ document, face, endedAt, createdAt }: IdentificationRecord): FetchedAssets {
  const record = (asset: AssetRef | null | undefined) =>
    asset ? { asset, createdAt: endedAt ?? createdAt } : null
  const crop = (side: TightCrop['side'], asset: AssetRef | null | undefined) =>
    asset
      ? [
          {
            asset,
            side,
            ...measureStandardAsset(asset),
            template: null,
            country: document?.issuingStateCode ?? null,
          },
        ]
      : []
  return {
    faceCrops: face?.image ? [face.image] : [],
    tightCrops: [...crop('front', document?.frontImage), ...crop('back', document?.backImage)],
    videos: {
      face: record(face?.video),
      back: record(document?.backVideo),
      front: record(document?.frontVideo),
    },
  }
}
