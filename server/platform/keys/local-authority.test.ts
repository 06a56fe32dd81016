import { X509Certificate } from 'node:crypto'
import { copyFile, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSecureContext } from 'node:tls'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openAuthority } from './local-authority.ts'

const HOSTS = ['127.0.0.1', 'localhost']
let directory: string

function at(date: string) {
  return { hostNames: HOSTS, clock: { now: () => new Date(date) } }
}

describe('openAuthority()', () => {
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'authority-'))
  })
  afterEach(() => rm(directory, { recursive: true }))

  test('makes an authority once and finds it again', async () => {
    const first = await openAuthority(directory, at('2026-01-01'))
    const second = await openAuthority(directory, at('2026-02-01'))
    expect(second.serverTls).toEqual(first.serverTls)
  })

  test('issues client certificates for client authentication that it has signed', async () => {
    const authority = await openAuthority(directory, at('2026-01-01'))
    const issued = new X509Certificate((await authority.issueClientCertificate('client')).certPem)
    expect(issued.checkIssued(authority.certificate)).toBe(true)
    expect(issued.verify(authority.certificate.publicKey)).toBe(true)
    expect(issued.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2'])
    expect(issued.ca).toBe(false)
  })

  test('renews the server certificate near its end and for new names, under the same authority', async () => {
    const first = await openAuthority(directory, at('2026-01-01'))
    const later = await openAuthority(directory, at('2027-01-20'))
    expect(later.serverTls.cert).not.toBe(first.serverTls.cert)
    expect(later.serverTls.ca).toBe(first.serverTls.ca)
    const renamed = { ...at('2027-01-21'), hostNames: [...HOSTS, 'id.example.com'] }
    const server = new X509Certificate((await openAuthority(directory, renamed)).serverTls.cert)
    expect(server.checkHost('id.example.com')).toBe('id.example.com')
    expect(server.checkIP('127.0.0.1')).toBe('127.0.0.1')
  })

  test('makes a pair anew that a crash left half renewed', async () => {
    await openAuthority(directory, at('2026-01-01'))
    await copyFile(join(directory, 'ca.key'), join(directory, 'server.key'))
    const { serverTls } = await openAuthority(directory, at('2026-01-02'))
    expect(() => createSecureContext(serverTls)).not.toThrow()
  })

  test('keeps keys from other users of the machine', async () => {
    await openAuthority(directory, at('2026-01-01'))
    for (const name of await readdir(directory)) {
      expect((await stat(join(directory, name))).mode & 0o077).toBe(0)
    }
  })
})
