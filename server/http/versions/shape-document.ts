import { type ApiVersion, stepsBackTo } from '../../../domain/api-version.ts'
import { isResource, type ShapedResource } from './_shaped-resource.ts'
import { withoutEventDetails } from './_without-event-details.ts'

/** What a version added, taken away again from one resource; nothing else is touched. */
type Step = (resource: ShapedResource) => ShapedResource

/** How a resource of each version becomes one of the version before it. */
const STEPS_TO_OLDER: Readonly<Partial<Record<ApiVersion, Step>>> = {
  '2026-11-25': withoutEventDetails,
}

/** A document as a version of the API has it: written in the newest, then taken back version by version. Pure. */
export function shapeDocument<Document extends object>(document: Document, version: ApiVersion): Document {
  const steps = stepsBackTo(version, STEPS_TO_OLDER)
  if (steps.length === 0) return document
  const shape = (resource: unknown) =>
    isResource(resource) ? steps.reduce((shaped, step) => step(shaped), resource) : resource
  const shaped = Object.entries(document).map(([name, value]) => {
    if (name !== 'data' && name !== 'included') return [name, value]
    return [name, Array.isArray(value) ? value.map(shape) : shape(value)]
  })
  return Object.fromEntries(shaped) as Document
}
