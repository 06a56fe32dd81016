import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasPoppler, readPdf } from '../../test/fakes/reports/poppler.ts'
import { makeReportContent } from '../../test/fakes/reports/report-content.ts'
import type { DocumentSigner } from '../platform/keys/keys.ts'
import { openAuthority } from '../platform/keys/local-authority.ts'
import { openDocumentSigner } from '../platform/keys/local-document-signer.ts'
import { renderReport } from './render-report.ts'
import { signReport } from './sign-report.ts'

const clock = { now: () => new Date() }
let directory: string
let signer: DocumentSigner

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'signer-'))
  const authority = await openAuthority(directory, { hostNames: ['localhost'], clock })
  signer = openDocumentSigner(directory, { authority, clock })
})
afterAll(() => rm(directory, { recursive: true }))

test('Signing fills the place that was kept and changes no other byte', async () => {
  const report = await renderReport(makeReportContent())
  const signed = await signReport(report, signer)
  expect(signed.length).toBe(report.length - 1)
  const text = Buffer.from(signed).toString('latin1')
  expect(text).toMatch(/\/ByteRange \[0 \d+ \d+ \d+\]/)
  expect(text).toMatch(/\/Contents <30[0-9a-f]+0*>/)
})

describe.skipIf(!hasPoppler())('A signed report, as pdfsig sees it', { timeout: 30_000 }, () => {
  test.each(['en', 'fr'] as const)('has a valid signature over the whole document (%s)', async (language) => {
    const signed = await signReport(await renderReport(makeReportContent({ language })), signer)
    const verdict = await readPdf(signed, 'pdfsig', ['-nocert'])
    expect(verdict).toContain('Signature is Valid.')
    expect(verdict).toContain('Total document signed')
    expect(verdict).toContain('Signature Type: ETSI.CAdES.detached')
    expect(verdict).toContain('Signer Certificate Common Name: Vidimus reports')
    expect(verdict).toContain('Signing Time: Mar 01 2026 10:00:01')
  })

  test('is told from one of which a byte was changed', async () => {
    const signed = Buffer.from(await signReport(await renderReport(makeReportContent()), signer))
    signed[signed.indexOf('/Lang (en)') + '/Lang ('.length] = 'x'.charCodeAt(0)
    expect(await readPdf(signed, 'pdfsig', ['-nocert'])).toContain('Digest Mismatch')
  })
})
