import type { FastifyInstance } from 'fastify'
import type { Client } from '../../../domain/account.ts'
import type { ReportLanguage } from '../../reports/report-content.ts'
import { clientOf } from '../authentication.ts'
import { chooseReportLanguage } from '../choose-report-language.ts'
import { readIdentificationId } from '../read-identification-id.ts'

/** What the route has done for it. */
export interface ReportSteps {
  /**
   * Gives the signed report, a PDF. Throws `Problem('unknown_record')`, `Problem('queued')` before the
   * identification is processed, `Problem('gone')` once it is anonymized.
   */
  report(client: Client, asked: { identificationId: string; language: ReportLanguage }): Promise<Uint8Array>
}

/** `POST /identifications/:identificationId/pdf/` (API text, "PDF" and "Internationalization"). */
export function addReportRoute(app: FastifyInstance, { report }: ReportSteps): void {
  app.post(
    '/identifications/:identificationId/pdf/',
    { config: { accept: 'anything', body: 'ignored' } },
    async (request, reply) => {
      const identificationId = readIdentificationId(request)
      const { lang } = request.query as { lang?: unknown }
      const language = chooseReportLanguage(lang, request.headers['accept-language'])
      const pdf = await report(clientOf(request), { identificationId, language })
      reply.headers({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="identification-${identificationId}.pdf"`,
        'content-language': language,
      })
      return reply.send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength))
    },
  )
}
