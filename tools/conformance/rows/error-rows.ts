import type { ConformanceRow } from '../conformance-row.ts'

const ERRORS = 'test/contracts/errors.test.ts'
const PROBLEMS = 'server/http/problems.ts'
const LISTENER = 'server/http/create-listener.ts'

/** "JSON API", "Authentication" and "Errors". */
export const ERROR_ROWS: readonly ConformanceRow[] = [
  {
    line: 659,
    rule: 'Every body, of errors too, is JSON:API: its media type without parameters, its document by the specification',
    choice: "The specification's words are a schema of ours, test/fakes/wire/json-api-schema.ts",
    test: { file: ERRORS, name: 'Every kind of answer is a document of JSON:API' },
    switchOff: {
      file: 'server/http/json-api.ts',
      find: '.type(JSON_API_MEDIA_TYPE)',
      replace: ".type('application/json')",
    },
  },
  {
    line: 659,
    rule: 'Every related link of an answer leads to a document of JSON:API',
    test: { file: ERRORS, name: 'Every link of an answer leads to a document of JSON:API' },
    switchOff: {
      file: 'server/http/json-api.ts',
      find: 'return { links: { related }, data }',
      replace: 'return { links: { related: related.slice(0, -1) }, data }',
    },
  },
  {
    line: 707,
    rule: 'Plain HTTP gets no answer where the API listens',
    test: { file: 'server/http/client-certificates.test.ts', name: 'Plain HTTP gets no answer' },
    switchOff: {
      file: LISTENER,
      find: 'const server = options.tls\n',
      replace: "const server = options.tls && options.clientCertificates === 'ignored'\n",
    },
  },
  {
    line: 707,
    rule: 'A request without authentication fails',
    test: { file: ERRORS, name: 'A request without credentials is refused with the words of the text' },
    switchOff: {
      file: 'server/http/_basic-credentials.ts',
      find: "if (!match) throw new Problem('unauthenticated',",
      replace: "if (!match) throw new Problem('forbidden',",
    },
  },
  {
    line: 1573,
    rule: 'A request that is not valid is answered with 400',
    choice:
      'Where HTTP has a finer status that the text has not (408, 409, 413, 414, 422, 431) it is 400 too',
    test: {
      file: ERRORS,
      name: 'What is wrong with a request is told with 400 and params_invalid, every fault in an entry of its own',
    },
    switchOff: {
      file: PROBLEMS,
      find: "params_invalid: { status: 400, code: 'params_invalid' }",
      replace: "params_invalid: { status: 422, code: 'params_invalid' }",
    },
  },
  {
    line: 1573,
    rule: 'Bytes that are no request are answered with 400 as well, in the shape of every error',
    choice: 'The text does not speak of them',
    test: {
      file: 'test/contracts/hostile-bytes.test.ts',
      name: 'Bytes with no Host are refused with 400 in the shape of every error',
    },
    switchOff: { file: LISTENER, find: 'requireHostHeader: false', replace: 'requireHostHeader: true' },
  },
  {
    line: 1573,
    rule: 'Nesting beyond 32 levels is answered with 400',
    choice: 'The text sets no bound; the deepest request has four levels',
    test: { file: 'server/http/_parse-json.test.ts', name: 'Thirty-two levels are read and no more' },
    switchOff: {
      file: 'server/http/_parse-json.ts',
      find: 'if (depth > MAX_DEPTH) throw',
      replace: 'if (depth > 1_000_000) throw',
    },
  },
  {
    line: 1574,
    rule: 'Wrong credentials are answered with 401, and the answer does not tell whether the client id exists',
    choice: 'The text says only that the key is wrong',
    test: { file: ERRORS, name: 'An unknown client id and a wrong secret get the same bytes' },
    switchOff: {
      file: 'server/accounts/authenticate-client.ts',
      find: "if (!row || !secretAgrees) throw new Problem('unauthenticated', 'Invalid client id or secret')",
      replace:
        "if (!row) throw new Problem('unauthenticated', 'Invalid client id')\n  if (!secretAgrees) throw new Problem('unauthenticated', 'Invalid client secret')",
    },
  },
  {
    line: 1575,
    rule: 'What a client may not do is answered with 403',
    choice:
      'An id that a client chooses for a new identification is one such thing (JSON:API 1.1, "Client-Generated IDs")',
    test: { file: ERRORS, name: 'Who chooses an id for a new identification is refused with 403' },
    switchOff: {
      file: PROBLEMS,
      find: "forbidden: { status: 403, code: 'params_invalid' }",
      replace: "forbidden: { status: 400, code: 'params_invalid' }",
    },
  },
  {
    line: 1576,
    rule: 'What is not there is answered with 404, and so is what belongs to another account or the other environment',
    choice: "The text does not speak of others' identifications",
    test: {
      file: ERRORS,
      name: "Another account's identification and the other environment's are as unknown as none",
    },
    switchOff: {
      file: 'server/identifications/find-identification.ts',
      find: 'row.environment !== client.environment',
      replace: 'row.environment === null',
    },
  },
  {
    line: 1577,
    rule: 'A wrong method is answered with 405 and the methods that are right',
    test: { file: ERRORS, name: 'A wrong method is refused with those that are right' },
    switchOff: {
      file: LISTENER,
      find: "reply.header('allow', allowed.join(', '))",
      replace: "reply.header('x-allow', allowed.join(', '))",
    },
  },
  {
    line: 1578,
    rule: 'Who asks for another format than JSON:API is answered with 406',
    choice: 'A missing Accept, and charset=utf-8 in it, are taken: clients in the field send them',
    test: {
      file: ERRORS,
      name: 'Who asks for a format that is not JSON:API gets 406, who names none gets an answer',
    },
    switchOff: {
      file: 'server/http/add-api.ts',
      find: "if (request.routeOptions.config.accept !== 'anything')",
      replace: "if (request.method === 'NONE')",
    },
  },
  {
    line: 1579,
    rule: 'What was there and is no more is answered with 410',
    test: { file: ERRORS, name: 'A link that is over is gone' },
    switchOff: {
      file: PROBLEMS,
      find: "gone: { status: 410, code: 'unknown_record' }",
      replace: "gone: { status: 404, code: 'unknown_record' }",
    },
  },
  {
    line: 1580,
    rule: 'A body of another format than JSON:API is answered with 415',
    choice: 'charset=utf-8 is taken although JSON:API 1.1 forbids it: clients in the field add it',
    test: { file: ERRORS, name: 'A body that is not JSON:API gets 415, one that says its charset is taken' },
    switchOff: {
      file: 'server/http/_media-types.ts',
      find: "({ name, value }) => name === 'profile' || (name === 'charset' && value === 'utf-8')",
      replace: "({ name }) => name === 'profile'",
    },
  },
  {
    line: 1581,
    rule: 'Too many requests are answered with 429, per account and per address',
    choice: 'The text gives no figures: they are settings, and Retry-After tells the seconds to wait',
    test: {
      file: 'test/contracts/limits.test.ts',
      name: 'Requests beyond the limits of an account and of an address are refused with the seconds to wait',
    },
    switchOff: {
      file: 'server/http/limit-requests.ts',
      find: 'if (waitS === 0) return',
      replace: 'if (waitS >= 0) return',
    },
  },
  {
    line: 1582,
    rule: 'A failure of the service is answered with 500, without its words',
    test: { file: ERRORS, name: 'What nobody foresaw is told as an internal error, without its words' },
    switchOff: {
      file: PROBLEMS,
      find: "new Problem('api_error', 'Something went wrong on our side')",
      replace: "new Problem('api_error', String(error))",
    },
  },
  {
    line: 1583,
    rule: 'While the database is away the answer is 503, and Retry-After tells the seconds to wait',
    choice: 'The text speaks of maintenance',
    test: {
      file: 'test/contracts/database-away.test.ts',
      name: 'While the database is away everything is unavailable, and all is well once it is back',
    },
    switchOff: {
      file: 'server/platform/database/sessions/tell-database-failure.ts',
      find: 'if (!(error instanceof Error) || !isPassing(error)) return error',
      replace: 'if (!(error instanceof Error) || isPassing(error)) return error',
    },
  },
  {
    line: 1590,
    rule: 'An error has detail, source with a pointer and status as a string, one entry for each fault',
    test: {
      file: ERRORS,
      name: 'What is wrong with a request is told with 400 and params_invalid, every fault in an entry of its own',
    },
    switchOff: {
      file: PROBLEMS,
      find: 'errors: problem.faults.map(',
      replace: 'errors: problem.faults.slice(0, 1).map(',
    },
  },
  {
    line: 1592,
    rule: 'The missing of credentials is told in the words of the example',
    test: { file: ERRORS, name: 'A request without credentials is refused with the words of the text' },
    switchOff: {
      file: 'server/http/_basic-credentials.ts',
      find: "'Authentication credentials were not provided.'",
      replace: "'No credentials'",
    },
  },
  {
    line: 1601,
    rule: 'Every error has one of the six types',
    choice:
      "The text's example has no type; code holds it, and of seven statuses without a type of their own each has the nearest (decision 13)",
    test: {
      file: 'server/http/api-listener.test.ts',
      name: 'Who accepts another format alone gets an error, in ours',
    },
    switchOff: {
      file: PROBLEMS,
      find: "not_acceptable: { status: 406, code: 'params_invalid' }",
      replace: "not_acceptable: { status: 406, code: 'unknown_route' }",
    },
  },
  {
    line: 1605,
    rule: 'A record that is not there has the type unknown_record',
    test: {
      file: ERRORS,
      name: "Another account's identification and the other environment's are as unknown as none",
    },
    switchOff: {
      file: PROBLEMS,
      find: "unknown_record: { status: 404, code: 'unknown_record' }",
      replace: "unknown_record: { status: 404, code: 'unknown_route' }",
    },
  },
  {
    line: 1606,
    rule: 'An address that leads nowhere has the type unknown_route',
    test: { file: ERRORS, name: 'An address that leads nowhere is told from a record that is not there' },
    switchOff: {
      file: PROBLEMS,
      find: "unknown_route: { status: 404, code: 'unknown_route' }",
      replace: "unknown_route: { status: 404, code: 'unknown_record' }",
    },
  },
  {
    line: 1608,
    rule: 'A request beyond the limit has the type rate_limit',
    test: {
      file: 'server/http/limit-requests.test.ts',
      name: 'Beyond the limit an address is told how long to wait, and answered when it did',
    },
    switchOff: {
      file: PROBLEMS,
      find: "rate_limit: { status: 429, code: 'rate_limit' }",
      replace: "rate_limit: { status: 429, code: 'api_error' }",
    },
  },
  {
    line: 1609,
    rule: 'A failure of the service has the type api_error',
    test: { file: ERRORS, name: 'What nobody foresaw is told as an internal error, without its words' },
    switchOff: {
      file: PROBLEMS,
      find: "api_error: { status: 500, code: 'api_error' }",
      replace: "api_error: { status: 500, code: 'queued' }",
    },
  },
]
