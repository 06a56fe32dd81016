import { z } from 'zod'
import { API_VERSIONS, NEWEST_API_VERSION } from '../../../domain/api-version.ts'
import { JSON_API_MEDIA_TYPE } from '../json-api.ts'
import { ANSWER_SCHEMAS } from './answer-schemas.ts'
import type { Operation } from './operation.ts'

/** Failures that every endpoint can answer with (API text, "HTTP Status codes"). */
const COMMON_FAILURES = [400, 401, 406, 429, 500, 503]

/** The description of the API (OpenAPI 3.1), from the schemas that validate requests and check answers. */
export function writeOpenapi(operations: readonly Operation[], apiBaseUrl: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const operation of operations) {
    const path = operation.url.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [operation.method]: describeOperation(operation) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Vidimus',
      description: 'Attributes of requests are spelled with dashes, as here, or with underscores.',
      version: NEWEST_API_VERSION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: apiBaseUrl }, { url: `${apiBaseUrl}/api` }],
    security: [{ basic: [] }, { basic: [], clientCertificate: [] }],
    paths,
    components: {
      schemas: Object.fromEntries(
        Object.entries(ANSWER_SCHEMAS).map(([name, schema]) => [name, schemaOf(schema, 'output')]),
      ),
      securitySchemes: {
        basic: { type: 'http', scheme: 'basic' },
        clientCertificate: { type: 'mutualTLS' },
      },
    },
  }
}

function describeOperation(operation: Operation): object {
  const { summary, success, body, access } = operation
  return {
    operationId: `${operation.method} ${operation.url}`.replaceAll(/[^A-Za-z]+/g, '-').replace(/-$/, ''),
    summary,
    ...(access === 'anybody' ? { security: [] } : {}),
    parameters: parametersOf(operation),
    ...(body ? { requestBody: describeBody(body) } : {}),
    responses: {
      [success.status]: describeSuccess(success),
      ...(access === 'anybody' ? {} : describeFailures(operation)),
    },
  }
}

function parametersOf({ url, query, access, headers = [] }: Operation): object[] {
  const inPath = [...url.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: schemaOf(schema as z.ZodType, 'input'),
  }))
  const inHeaders = headers.map((name) => ({
    name,
    in: 'header',
    required: false,
    schema: { type: 'string' },
  }))
  const version = { name: 'Vidimus-Version', in: 'header', required: false, schema: { enum: API_VERSIONS } }
  return [...inPath, ...inQuery, ...inHeaders, ...(access === 'anybody' ? [] : [version])]
}

function describeBody(body: NonNullable<Operation['body']>): object {
  if (body instanceof z.ZodType) {
    const schema = schemaOf(body, 'input')
    return {
      content: { 'application/json': { schema }, 'application/x-www-form-urlencoded': { schema } },
    }
  }
  const data = {
    type: 'object',
    properties: { type: { const: body.type }, attributes: schemaOf(body.attributes, 'input') },
    required: ['type'],
  }
  const schema = { type: 'object', properties: { data } }
  return { content: { [JSON_API_MEDIA_TYPE]: { schema } } }
}

function describeSuccess({ status, document, mediaType, file }: Operation['success']): object {
  if (document) {
    const schema = { $ref: `#/components/schemas/${document}` }
    const asFile = file ? { [file]: {} } : {}
    return { description: 'Success', content: { [mediaType ?? JSON_API_MEDIA_TYPE]: { schema }, ...asFile } }
  }
  return {
    description: 'Success',
    ...(status === 204 || status === 202 ? {} : { content: { [mediaType ?? JSON_API_MEDIA_TYPE]: {} } }),
  }
}

function describeFailures({ body, failures = [] }: Operation): object {
  const statuses = [...COMMON_FAILURES, ...failures, ...(body ? [415] : [])].sort((one, other) => one - other)
  const schema = { $ref: '#/components/schemas/Errors' }
  const answer = { description: 'Errors', content: { [JSON_API_MEDIA_TYPE]: { schema } } }
  return Object.fromEntries(statuses.map((status) => [status, answer]))
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return described
}
