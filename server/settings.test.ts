import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeCodeSigner } from '../test/fakes/codes/write-2d-doc.ts'
import { readSettings, SettingsProblem } from './settings.ts'

describe('readSettings()', () => {
  test('hands out 127.0.0.1 when nothing is set', () => {
    expect(readSettings({})).toMatchObject({
      apiUrl: 'https://127.0.0.1:8443',
      webUrl: 'http://127.0.0.1:8080',
      localReceivers: 'refused',
    })
  })

  test('hands out https for pages that leave the machine', () => {
    const beyond = { VIDIMUS_WEB_HOST: '0.0.0.0', VIDIMUS_MASTER_KEY_FILE: '/etc/vidimus.key' }
    expect(readSettings(beyond).webUrl).toBe('https://127.0.0.1:8080')
    const named = {
      VIDIMUS_PUBLIC_URL: 'https://id.example.com/',
      VIDIMUS_MASTER_KEY_FILE: '/etc/vidimus.key',
    }
    expect(readSettings(named).webUrl).toBe('https://id.example.com')
  })

  test('tells every fault at once', () => {
    const wrong = {
      VIDIMUS_API_PORT: '99999',
      VIDIMUS_PUBLIC_URL: 'ftp://x',
      VIDIMUS_LOG_LEVEL: 'loud',
      VIDIMUS_MEDIA_UDP_PORTS: '5-1',
      VIDIMUS_WEBPORT: '8080',
    }
    expect.assertions(2)
    try {
      readSettings(wrong)
    } catch (error) {
      expect(error).toBeInstanceOf(SettingsProblem)
      expect((error as SettingsProblem).faults).toEqual([
        'VIDIMUS_WEBPORT is not a setting',
        'VIDIMUS_API_PORT must be a whole number from 1 to 65535, not "99999"',
        'VIDIMUS_PUBLIC_URL must be an http or https address, not "ftp://x"',
        'VIDIMUS_MEDIA_UDP_PORTS must be two ports such as 40000-40100, not "5-1"',
        'VIDIMUS_LOG_LEVEL must be one of debug, info, warn, error, not "loud"',
      ])
    }
  })

  test('trusts no proxy until one is named, by address or network', () => {
    const trust = (proxies: string) => readSettings({ VIDIMUS_TRUSTED_PROXIES: proxies }).trustedProxies
    expect(readSettings({}).trustedProxies).toEqual([])
    expect(trust('10.0.0.1, 192.168.0.0/16,2001:db8::/32')).toEqual([
      '10.0.0.1',
      '192.168.0.0/16',
      '2001:db8::/32',
    ])
    for (const wrong of [
      'proxy.example',
      '10.0.0.0/33',
      '0.0.0.0/0',
      '::1/129',
      '10.0.0.1/',
      '10.0.0.0/8/8',
    ]) {
      expect(() => trust(`127.0.0.1,${wrong}`)).toThrow(
        `VIDIMUS_TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8, not "${wrong}"`,
      )
    }
  })

  test('reads the certificates of codes, and says what is no file of them', async () => {
    const { certificate } = await makeCodeSigner()
    const folder = mkdtempSync(join(tmpdir(), 'settings-'))
    const [good, empty] = [join(folder, 'good.pem'), join(folder, 'empty.pem')]
    writeFileSync(good, `Codes of 2021\n${certificate}\n`)
    writeFileSync(empty, 'nothing')
    const read = (path: string) => readSettings({ VIDIMUS_2D_DOC_CERTIFICATES: path }).documentCertificates
    expect(read(good)).toBe(certificate.trim())
    expect(readSettings({}).documentCertificates).toBe('')
    expect(() => read(empty)).toThrow('must hold certificates (PEM)')
    expect(() => read(join(folder, 'gone.pem'))).toThrow('must be a file of certificates (PEM)')
    rmSync(folder, { recursive: true })
  })

  test('wants a master key as soon as other machines can call', () => {
    const key = Buffer.alloc(32, 255).toString('base64')
    expect(readSettings({}).masterKey).toEqual({ from: 'data' })
    for (const host of ['VIDIMUS_API_HOST', 'VIDIMUS_WEB_HOST']) {
      expect(() => readSettings({ [host]: '::' })).toThrow(/VIDIMUS_MASTER_KEY_FILE must be given/)
      expect(readSettings({ [host]: '::', VIDIMUS_MASTER_KEY: key }).masterKey).toEqual({
        from: 'environment',
        base64: key,
      })
    }
  })

  test('wants a master key when listeners on loopback are reached at a public address', () => {
    for (const name of ['VIDIMUS_API_PUBLIC_URL', 'VIDIMUS_PUBLIC_URL']) {
      expect(() => readSettings({ [name]: 'https://id.example.com' })).toThrow(
        /VIDIMUS_MASTER_KEY_FILE must be given/,
      )
      for (const near of ['https://localhost:9000', 'http://127.0.0.2', 'http://[::1]:9000/']) {
        expect(readSettings({ [name]: near }).masterKey).toEqual({ from: 'data' })
      }
    }
  })

  test('refuses a master key of another size, and one given twice, without repeating it', () => {
    expect(() => readSettings({ VIDIMUS_MASTER_KEY: 'c2hvcnQ=' })).toThrow(
      /^Cannot start with these settings:\n {2}- VIDIMUS_MASTER_KEY must be 32 bytes in Base64$/,
    )
    const twice = { VIDIMUS_MASTER_KEY: Buffer.alloc(32).toString('base64'), VIDIMUS_MASTER_KEY_FILE: '/k' }
    expect(() => readSettings(twice)).toThrow('are both given')
  })
})
