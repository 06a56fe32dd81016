import type { ShapedResource } from './_shaped-resource.ts'

/** What 2026-11-25 tells of an event beside the words of the API text's webhook. */
const ADDED = ['configuration-id', 'error-type']

/** 2026-11-25 → 2022-12-07: an event says what a webhook says (API text, "Webhook"), and when. */
export function withoutEventDetails(resource: ShapedResource): ShapedResource {
  if (resource.type !== 'events') return resource
  const kept = Object.entries(resource.attributes).filter(([name]) => !ADDED.includes(name))
  return { ...resource, attributes: Object.fromEntries(kept) }
}
