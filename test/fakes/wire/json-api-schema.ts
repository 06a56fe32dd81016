/**
 * JSON:API 1.1 as a JSON Schema (draft 2020-12), written from the specification at https://jsonapi.org/format/1.1/:
 * each definition names the section whose words it puts into rules. It describes what a server answers, without
 * extensions.
 */
export const JSON_API_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $ref: '#/$defs/document',
  $defs: {
    // "Top Level": one of data, errors and meta at least; data and errors never together; included only with data.
    document: {
      type: 'object',
      anyOf: [{ required: ['data'] }, { required: ['errors'] }, { required: ['meta'] }],
      not: { required: ['data', 'errors'] },
      dependentRequired: { included: ['data'] },
      properties: {
        data: { $ref: '#/$defs/primaryData' },
        errors: { type: 'array', minItems: 1, items: { $ref: '#/$defs/error' } },
        meta: { $ref: '#/$defs/meta' },
        jsonapi: { $ref: '#/$defs/jsonapi' },
        links: { $ref: '#/$defs/topLevelLinks' },
        // "Compound Documents".
        included: { type: 'array', items: { $ref: '#/$defs/resource' }, uniqueItems: true },
      },
      unevaluatedProperties: false,
    },
    primaryData: {
      oneOf: [
        { type: 'null' },
        { $ref: '#/$defs/resource' },
        { $ref: '#/$defs/identifier' },
        { type: 'array', items: { $ref: '#/$defs/resource' }, uniqueItems: true },
        { type: 'array', minItems: 1, items: { $ref: '#/$defs/identifier' }, uniqueItems: true },
      ],
    },
    // "Resource Objects"; an object of type and id alone is an identifier.
    resource: {
      type: 'object',
      required: ['type', 'id'],
      anyOf: [{ required: ['attributes'] }, { required: ['relationships'] }, { required: ['links'] }],
      properties: {
        type: { $ref: '#/$defs/memberName' },
        id: { type: 'string' },
        attributes: { $ref: '#/$defs/fields' },
        relationships: {
          type: 'object',
          propertyNames: { $ref: '#/$defs/fieldName' },
          additionalProperties: { $ref: '#/$defs/relationship' },
        },
        links: { $ref: '#/$defs/links' },
        meta: { $ref: '#/$defs/meta' },
      },
      unevaluatedProperties: false,
    },
    // "Resource Identifier Objects".
    identifier: {
      type: 'object',
      required: ['type', 'id'],
      properties: {
        type: { $ref: '#/$defs/memberName' },
        id: { type: 'string' },
        meta: { $ref: '#/$defs/meta' },
      },
      unevaluatedProperties: false,
    },
    // "Attributes": any JSON value.
    fields: { type: 'object', propertyNames: { $ref: '#/$defs/fieldName' } },
    // "Fields": attributes and relationships share a namespace with type and id.
    fieldName: { allOf: [{ $ref: '#/$defs/memberName' }, { not: { enum: ['type', 'id'] } }] },
    // "Relationships" and "Resource Linkage": one of links, data and meta at least.
    relationship: {
      type: 'object',
      anyOf: [{ required: ['links'] }, { required: ['data'] }, { required: ['meta'] }],
      properties: {
        links: { $ref: '#/$defs/relationshipLinks' },
        data: {
          oneOf: [
            { type: 'null' },
            { $ref: '#/$defs/identifier' },
            { type: 'array', items: { $ref: '#/$defs/identifier' }, uniqueItems: true },
          ],
        },
        meta: { $ref: '#/$defs/meta' },
      },
      unevaluatedProperties: false,
    },
    // "Links": a URI reference, a link object or null.
    link: {
      oneOf: [
        { type: 'string', format: 'uri-reference' },
        { type: 'null' },
        {
          type: 'object',
          required: ['href'],
          properties: {
            href: { type: 'string', format: 'uri-reference' },
            rel: { type: 'string' },
            describedby: { $ref: '#/$defs/link' },
            title: { type: 'string' },
            type: { type: 'string' },
            hreflang: { type: ['string', 'array'], items: { type: 'string' } },
            meta: { $ref: '#/$defs/meta' },
          },
          unevaluatedProperties: false,
        },
      ],
    },
    links: { type: 'object', additionalProperties: { $ref: '#/$defs/link' } },
    relationshipLinks: {
      type: 'object',
      allOf: [{ $ref: '#/$defs/links' }],
      anyOf: [{ required: ['self'] }, { required: ['related'] }, { required: ['describedby'] }],
      properties: {
        self: true,
        related: true,
        describedby: true,
        first: true,
        last: true,
        prev: true,
        next: true,
      },
    },
    // "Top Level" and "Pagination".
    topLevelLinks: {
      type: 'object',
      allOf: [{ $ref: '#/$defs/links' }],
      propertyNames: { enum: ['self', 'related', 'describedby', 'first', 'last', 'prev', 'next'] },
    },
    // "Error Objects": one of its members at least; status is a string.
    error: {
      type: 'object',
      minProperties: 1,
      properties: {
        id: { type: 'string' },
        links: {
          type: 'object',
          properties: { about: { $ref: '#/$defs/link' }, type: { $ref: '#/$defs/link' } },
          unevaluatedProperties: false,
        },
        status: { type: 'string', pattern: '^[1-5][0-9]{2}$' },
        code: { type: 'string' },
        title: { type: 'string' },
        detail: { type: 'string' },
        source: {
          type: 'object',
          properties: {
            pointer: { type: 'string', format: 'json-pointer' },
            parameter: { type: 'string' },
            header: { type: 'string' },
          },
          unevaluatedProperties: false,
        },
        meta: { $ref: '#/$defs/meta' },
      },
      unevaluatedProperties: false,
    },
    // "Meta Information" and "JSON:API Object".
    meta: { type: 'object' },
    jsonapi: {
      type: 'object',
      properties: {
        version: { type: 'string' },
        ext: { type: 'array', items: { type: 'string', format: 'uri' }, uniqueItems: true },
        profile: { type: 'array', items: { type: 'string', format: 'uri' }, uniqueItems: true },
        meta: { $ref: '#/$defs/meta' },
      },
      unevaluatedProperties: false,
    },
    // "Member Names": letters and digits at both ends; hyphen, low line and space inside.
    memberName: {
      type: 'string',
      pattern: '^[a-zA-Z0-9\\u0080-\\uffff]([a-zA-Z0-9\\u0080-\\uffff_ -]*[a-zA-Z0-9\\u0080-\\uffff])?$',
    },
  },
} as const
