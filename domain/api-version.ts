/**
 * Dated versions of the API, the newest first. A client gets what its version says, whatever came later; the
 * oldest is v1.23 of the API text's changelog.
 */
export const API_VERSIONS = ['2026-11-25', '2022-12-07'] as const

/** One of the versions above. */
export type ApiVersion = (typeof API_VERSIONS)[number]

/** The version that new accounts are pinned to. */
export const NEWEST_API_VERSION: ApiVersion = API_VERSIONS[0]

/** Of steps that each take a version back to the one before, those that lead to a version, the newest first. */
export function stepsBackTo<Step>(
  version: ApiVersion,
  steps: Readonly<Partial<Record<ApiVersion, Step>>>,
): Step[] {
  return API_VERSIONS.slice(0, API_VERSIONS.indexOf(version)).flatMap((newer) => steps[newer] ?? [])
}

/** Whether a text names a version. */
export function isApiVersion(text: string): text is ApiVersion {
  return (API_VERSIONS as readonly string[]).includes(text)
}
