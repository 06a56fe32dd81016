import type { ConformanceRow } from '../conformance-row.ts'

const ANONYMIZE = 'test/contracts/anonymize.test.ts'
const DESTROY = 'server/identifications/erasure/destroy-records.ts'
const ERASED =
  'A processed identification keeps its status, score, checks and reasons, and nothing of the person'

/** Anonymize. */
export const ANONYMIZE_ROWS: readonly ConformanceRow[] = [
  {
    line: 1429,
    rule: 'Anonymize is answered with 202.',
    choice: 'Without a body, and also the second time, which changes nothing.',
    test: { file: ANONYMIZE, name: 'A second time changes nothing, whatever the body is said to be' },
    switchOff: {
      file: 'server/http/endpoints/erasure/anonymize-routes.ts',
      find: 'reply.code(202)',
      replace: 'reply.code(200)',
    },
  },
  {
    line: 1431,
    rule: 'All personal data of the identification is deleted.',
    choice: 'Attributes become null and the objects stay; pictures and recordings answer 410.',
    test: { file: ANONYMIZE, name: ERASED },
    switchOff: {
      file: 'server/journey/erasure/anonymize.ts',
      find: 'await erase(context, row.id, client)',
      replace: "'erased before'",
    },
  },
  {
    line: 1431,
    rule: 'Pictures and recordings are personal data: their files go.',
    test: { file: ANONYMIZE, name: 'Addresses of its assets are gone, and so are the files' },
    switchOff: {
      file: 'server/assets/destroy-assets.ts',
      find: 'await storage.deleteFolder(folderOf(owner))',
      replace: '',
    },
  },
  {
    line: 1431,
    rule: 'What still works on the identification writes no personal data afterwards.',
    test: { file: ANONYMIZE, name: 'An analysis that ends later writes nothing and its job ends quietly' },
    switchOff: {
      file: DESTROY,
      find: ".deleteFrom('data_keys')",
      replace: ".updateTable('data_keys').set((row) => ({ name: row.ref('name') }))",
    },
  },
  {
    line: 1431,
    rule: 'Metadata and scores are kept.',
    choice: 'Status, times, score, checks, reason codes and the fixed sentences of the comment.',
    test: { file: ANONYMIZE, name: ERASED },
    switchOff: {
      file: DESTROY,
      find: 'comment: keepFixedComments(identification.comment)',
      replace: 'comment: null, score: null',
    },
  },
  {
    line: 1431,
    rule: 'One that is not processed becomes expired.',
    choice: 'Unless it is at an end already: an aborted one stays aborted. Its webhook is told.',
    test: {
      file: ANONYMIZE,
      name: 'One that is uninitiated expires, which is announced, and its link is gone',
    },
    switchOff: {
      file: 'server/journey/erase.ts',
      find: "canChange(held.status, 'expired')",
      replace: 'false',
    },
  },
  {
    line: 1431,
    rule: 'It is not usable anymore.',
    choice: 'The link answers that it is gone; what is filmed meanwhile is not kept.',
    test: {
      file: ANONYMIZE,
      name: 'One that is initiated expires, which is announced, and its link is gone',
    },
    switchOff: {
      file: 'server/journey/_link.ts',
      find: '!isOpen(identification.status) || identification.expires_at <= now',
      replace: 'identification.expires_at <= now',
    },
  },
  {
    line: 1431,
    rule: 'One in processing becomes expired too.',
    choice: 'The table of statuses has only uninitiated and initiated ones expire: by themselves.',
    test: {
      file: ANONYMIZE,
      name: 'One that is processing expires, which is announced, and its link is gone',
    },
    switchOff: {
      file: 'domain/identification.ts',
      find: "processing: ['processed', 'expired']",
      replace: "processing: ['processed']",
    },
  },
]
