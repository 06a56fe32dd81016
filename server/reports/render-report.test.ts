import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { makeProcessedRecord } from '../../test/fakes/identification-record.ts'
import { hasPoppler, readPdf, readPdfText } from '../../test/fakes/reports/poppler.ts'
import { makeReportAsset, makeReportContent } from '../../test/fakes/reports/report-content.ts'
import { preparePicture } from './prepare-picture.ts'
import { renderReport } from './render-report.ts'

const HOLLOW = { firstName: null, lastName: null, birthDate: null }

async function drawPicture() {
  const png = await sharp({ create: { width: 1400, height: 986, channels: 3, background: '#8899aa' } })
    .png()
    .toBuffer()
  return preparePicture(png)
}

test('The same content gives the same bytes', async () => {
  const first = await renderReport(makeReportContent())
  const second = await renderReport(makeReportContent())
  expect(Buffer.compare(first, second)).toBe(0)
  const later = await renderReport(makeReportContent({ createdAt: new Date('2026-03-02') }))
  expect(Buffer.compare(first, later)).not.toBe(0)
})

test('A picture is made small enough for a report', async () => {
  const picture = await drawPicture()
  expect(picture).toMatchObject({ width: 700, height: 493 })
  expect([...picture.jpeg.subarray(0, 2)]).toEqual([0xff, 0xd8])
})

describe.skipIf(!hasPoppler())('A report, as its readers see it', { timeout: 60_000 }, () => {
  test('tells the answer, the identity, each check with its score and the hashes, in English', async () => {
    const text = await readPdfText(await renderReport(makeReportContent()))
    for (const said of [
      'Identity verification report',
      '70f01f19-6ec5-4b14-9b30-2c493e49df15',
      'Validated (1.0)',
      'ERIKSSON',
      '12 August 1974',
      'L898902C3',
      'Every check digit of the zone agrees with what it stands for.',
      '-1.0 Cannot tell',
      'This check was not made. It never counts as valid.',
      'No reason code was given.',
      '+33666666666',
      '1 March 2026, 09:20:15.185',
      'ab'.repeat(32),
      'cd'.repeat(32),
      'https://api.example.com/identifications/70f01f19-6ec5-4b14-9b30-2c493e49df15/',
      '0123abcd 0123abcd',
      'no third party vouches for it',
      'Page 1 of',
    ]) {
      expect(text).toContain(said)
    }
  })

  test('says the same in French, the fixed sentences of the comment included', async () => {
    const record = makeProcessedRecord({
      score: -1,
      reasonCodes: [1303, 2999],
      comment: 'Back of the document is not presented. Added by a reviewer',
    })
    const text = await readPdfText(await renderReport(makeReportContent({ language: 'fr', record })))
    for (const said of [
      'Rapport de vérification d’identité',
      'Indéterminée (-1.0)',
      '12 août 1974',
      '1303 Le verso du document n’a pas été présenté.',
      '2999 Un motif que ce rapport ne sait pas nommer.',
      'Commentaire : Le verso du document n’a pas été présenté. Added by a reviewer',
      'Ce contrôle n’a pas été fait. Il ne compte jamais comme validé.',
      'Page 1 sur',
    ]) {
      expect(text).toContain(said)
    }
    expect(text).not.toMatch(/\{\w+\}/)
  })

  test('is tagged: language, title, headings, table headers and what pictures show', async () => {
    const picture = await drawPicture()
    const pictures = { 'document-front': picture, 'document-back': null, face: picture }
    const report = await renderReport(makeReportContent({ language: 'fr', pictures }))
    const info = await readPdf(report, 'pdfinfo')
    expect(info).toMatch(/Tagged: +yes/)
    expect(info).toMatch(/Title: +Rapport de vérification d’identité 70f01f19/)
    const structure = await readPdf(report, 'pdfinfo', ['-struct-text'])
    for (const tag of ['Document', 'H1', 'H2', 'Table', 'TR', 'TH', 'TD', 'Figure', 'L', 'LI', 'Form']) {
      expect(structure).toMatch(new RegExp(`^ *${tag}\\b`, 'm'))
    }
    expect(structure).toContain('/Scope /Column')
    const bytes = Buffer.from(report).toString('latin1')
    expect(bytes).toContain('/Lang (fr)')
    expect(bytes).toContain('/DisplayDocTitle true')
    for (const alt of ['Image du recto du document', 'Image du visage de la personne']) {
      // Text beyond ASCII is UTF-16BE (ISO 32000-1 §7.9.2.2).
      expect(bytes).toContain(`/Alt (þÿ${Buffer.from(alt, 'utf16le').swap16().toString('latin1')}`)
    }
    expect(await readPdf(report, 'pdfimages', ['-list'])).toMatch(/jpeg/)
  })

  test('embeds its fonts', async () => {
    const fonts = await readPdf(await renderReport(makeReportContent()), 'pdffonts')
    const rows = fonts.trim().split('\n').slice(2)
    expect(rows.length).toBe(2)
    for (const row of rows) expect(row).toMatch(/NotoSans-\w+ +CID TrueType +Identity-H +yes yes yes/)
  })

  test('says plainly what is not known', async () => {
    const record = makeProcessedRecord({
      score: -1,
      identity: { id: 1, ...HOLLOW },
      referenceData: { id: 2, ...HOLLOW },
      referenceDataCheck: null,
      document: null,
      documentChecks: null,
      face: null,
      faceChecks: null,
      faceRequired: false,
      docFaceMatch: null,
      userAgent: null,
    })
    const text = await readPdfText(
      await renderReport(makeReportContent({ record, assets: [], timeline: [] })),
    )
    for (const said of [
      'Cannot tell (-1.0)',
      'this is neither an approval nor a refusal',
      'Not known',
      'The client declared no identity, so nothing was compared.',
      'No face was asked for, so none was checked.',
      'Nothing is kept of what was filmed.',
    ]) {
      expect(text).toContain(said)
    }
  })

  test('names the characters that its typeface lacks, says so, and copies as they are', async () => {
    const record = makeProcessedRecord({
      referenceData: { id: 1, firstName: '小明', lastName: 'Nguyễn', birthDate: null },
    })
    const text = await readPdfText(await renderReport(makeReportContent({ record })))
    expect(text).toContain('小明')
    expect(text).toContain('Nguyễn')
    expect(text).toContain('Characters that the typeface of this report lacks')
    expect(await readPdfText(await renderReport(makeReportContent()))).not.toContain('Characters that')
  })

  test('keeps the longest names whole and its size within bounds', async () => {
    const lastName = 'WOLFESCHLEGEL'.repeat(20).slice(0, 255)
    const record = makeProcessedRecord({
      identity: { id: 1, firstName: 'ADOLPH BLAINE '.repeat(18), lastName, birthDate: '1904-02-29' },
      comment: 'x '.repeat(20_000),
      userAgent: 'y'.repeat(20_000),
    })
    const assets = Array.from({ length: 1000 }, () => makeReportAsset())
    const report = await renderReport(makeReportContent({ record, assets }))
    const text = await readPdfText(report)
    expect(text.replaceAll(' ', '')).toContain(lastName)
    expect(text).toContain('800 further assets are kept that this list has no room for.')
    expect(await readPdf(report, 'pdfinfo')).toMatch(/Pages: +[4-9]\n/)
    expect(report.length).toBeLessThan(500_000)
  })
})
