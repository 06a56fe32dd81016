/** A resource of a document as far as shaping looks at it. */
export interface ShapedResource {
  type: string
  attributes: Record<string, unknown>
}

/** Whether part of a document is a resource with attributes. */
export function isResource(part: unknown): part is ShapedResource {
  return typeof part === 'object' && part !== null && 'type' in part && 'attributes' in part
}
