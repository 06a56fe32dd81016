import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import type { ChosenFaceModel } from '../domain/faces/face-model.ts'
import { readFaceModel } from './_read-face-model.ts'

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/** Reads values one by one and collects what is wrong with them. */
export class SettingsReader {
  readonly faults: string[] = []
  private readonly environment: NodeJS.ProcessEnv
  private readonly defaults: ReadonlyMap<string, string>

  /** Takes the default of every variable that is a setting. */
  constructor(environment: NodeJS.ProcessEnv, defaults: ReadonlyMap<string, string>) {
    this.environment = environment
    this.defaults = defaults
    for (const name of Object.keys(environment)) {
      // Names of the tests' own begin alike and mean nothing to the service.
      if (!name.startsWith('VIDIMUS_') || name.startsWith('VIDIMUS_TEST_') || name === 'VIDIMUS_CHROMIUM')
        continue
      if (!defaults.has(name)) this.faults.push(`${name} is not a setting`)
    }
  }

  text(name: string): string {
    const given = this.environment[name]?.trim()
    return given || (this.defaults.get(name) ?? '')
  }

  host(name: string): string {
    const host = this.text(name)
    if (!/^[\w.:-]+$/.test(host)) this.faults.push(`${name} must be an address, not "${host}"`)
    return host
  }

  port(name: string): number {
    return this.count(name, 65_535)
  }

  count(name: string, maximum: number): number {
    const text = this.text(name)
    const value = Number(text)
    if (!/^\d+$/.test(text) || value < 1 || value > maximum) {
      this.faults.push(`${name} must be a whole number from 1 to ${maximum}, not "${text}"`)
    }
    return value
  }

  choice<T extends string>(name: string, choices: readonly T[]): T {
    const text = this.text(name)
    const found = choices.find((choice) => choice === text)
    if (found) return found
    this.faults.push(`${name} must be one of ${choices.join(', ')}, not "${text}"`)
    return choices[0]
  }

  url(name: string): string | null {
    const text = this.text(name)
    if (text === '') return null
    const isWeb = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
    if (isWeb) return text.replace(/\/+$/, '')
    this.faults.push(`${name} must be an http or https address, not "${text}"`)
    return null
  }

  address(name: string): string | null {
    const text = this.text(name)
    if (text === '') return null
    if (isIP(text) === 0) this.faults.push(`${name} must be an IP address, not "${text}"`)
    return text
  }

  /** Its value is not told: it may hold a password. */
  proxy(name: string): string | null {
    const text = this.text(name)
    if (text === '') return null
    if (URL.parse(text)?.protocol !== 'http:') this.faults.push(`${name} must be an http address`)
    return text
  }

  /** The certificates (PEM) in the file named, all of them readable. */
  certificates(name: string): string {
    const path = this.text(name)
    if (path === '') return ''
    try {
      const found = readFileSync(path, 'utf8').match(CERTIFICATE) ?? []
      for (const one of found) new X509Certificate(one)
      if (found.length > 0) return found.join('\n')
      this.faults.push(`${name} must hold certificates (PEM), ${path} has none`)
    } catch {
      this.faults.push(`${name} must be a file of certificates (PEM) that can be read, not "${path}"`)
    }
    return ''
  }

  /** The description of a face model in the file named, and its file proven; null when none is. */
  faceModel(name: string): ChosenFaceModel | null {
    const path = this.text(name)
    if (path === '') return null
    try {
      return readFaceModel(path)
    } catch (error) {
      this.faults.push(`${name}, ${path}: ${error instanceof Error ? error.message : error}`)
      return null
    }
  }

  list(name: string): string[] {
    return this.text(name)
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '')
  }

  /** Addresses, and networks as address and length (RFC 4632 §3.1); one of everybody is none. */
  networks(name: string): string[] {
    const networks = this.list(name)
    for (const network of networks) {
      const [address = '', length, ...rest] = network.split('/')
      const maximum = isIP(address) === 4 ? 32 : 128
      const isLength = length === undefined || (/^[1-9]\d{0,2}$/.test(length) && Number(length) <= maximum)
      if (isIP(address) === 0 || address.includes('%') || !isLength || rest.length > 0)
        this.faults.push(`${name} must be addresses or networks such as 10.0.0.0/8, not "${network}"`)
    }
    return networks
  }

  portRange(name: string): [number, number] | null {
    const text = this.text(name)
    if (text === '') return null
    const [first, last] = text.split('-').map(Number)
    const isRange = /^\d+-\d+$/.test(text) && first >= 1 && first <= last && last <= 65_535
    if (!isRange) this.faults.push(`${name} must be two ports such as 40000-40100, not "${text}"`)
    return [first, last]
  }
}
