import { resolve } from 'node:path'
import type { ChosenFaceModel } from '../domain/faces/face-model.ts'
import { SettingsReader } from './_settings-reader.ts'
import type { LogLevel } from './platform/log/log.ts'

/** 32 bytes in Base64 or base64url (RFC 4648 §4, §5). */
const MASTER_KEY_TEXT = /^[A-Za-z0-9+/_-]{43}=?$/
const KEY_NEEDED =
  'VIDIMUS_MASTER_KEY or VIDIMUS_MASTER_KEY_FILE must be given when other machines can call ' +
  '("openssl rand -base64 32" makes one)'

/** More than any machine answers; a setting that high is no limit. */
const MAX_REQUESTS_PER_MINUTE = 100_000_000

/** The operator's settings, typed; every one has a default. */
export interface Settings {
  dataDirectory: string
  masterKey: MasterKeySource
  apiHost: string
  apiPort: number
  webHost: string
  webPort: number
  /** Where clients reach the API, without a slash at the end. */
  apiUrl: string
  /** Where applicants reach the web pages, without a slash at the end. */
  webUrl: string
  localReceivers: 'allowed' | 'refused'
  /** How webhooks leave this machine: from which of its addresses, through which proxy. */
  webhookRoute: { sourceAddress?: string; proxyUrl?: string }
  analysisThreads: number
  /** Certificates (PEM) by which signatures of codes on documents are checked; empty for none. */
  documentCertificates: string
  /** What makes templates of faces in place of the default model; null for the default. */
  faceModel: ChosenFaceModel | null
  /** Whether the screen lights the face in colours; left out, nobody can tell a film that is played, and liveness is -1. */
  faceLight: 'asked' | 'left-out'
  maxStreams: number
  /** UDP ports for media; null leaves the choice to the system. */
  mediaUdpPorts: [number, number] | null
  /** Addresses announced to browsers beside the machine's own. */
  mediaAddresses: string[]
  /** Requests a minute of an account and of an address at the API, and of an address that films. */
  accountRequestsPerMinute: number
  addressRequestsPerMinute: number
  captureRequestsPerMinute: number
  /** Proxies before the listeners, as addresses or networks, whose forwarded headers are believed. */
  trustedProxies: string[]
  logLevel: LogLevel
  linkMinutes: number
  unopenedHours: number
}

/**
 * Where the key comes from that seals all others: given as Base64, read from a file, or made at the first
 * start and kept with the data, which is for development alone.
 */
export type MasterKeySource =
  | { from: 'environment'; base64: string }
  | { from: 'file'; path: string }
  | { from: 'data' }

/** Every fault of the environment, told at once. */
export class SettingsProblem extends Error {
  readonly faults: string[]

  constructor(faults: string[]) {
    super(`Cannot start with these settings:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
    this.name = 'SettingsProblem'
    this.faults = faults
  }
}

/** A variable of the environment: its default as written there, and what it means. */
export interface SettingDescription {
  name: string
  default: string
  meaning: string
}

/** Every variable Vidimus reads; the README's table is made from it. */
export const SETTINGS: readonly SettingDescription[] = [
  { name: 'VIDIMUS_DATA', default: './data', meaning: 'Folder of everything kept' },
  {
    name: 'VIDIMUS_MASTER_KEY',
    default: '',
    meaning: 'Key that seals all others: 32 bytes in Base64; must be given beyond loopback',
  },
  { name: 'VIDIMUS_MASTER_KEY_FILE', default: '', meaning: 'File that holds that key instead' },
  { name: 'VIDIMUS_API_HOST', default: '127.0.0.1', meaning: 'Address the API listens on (always TLS)' },
  { name: 'VIDIMUS_API_PORT', default: '8443', meaning: 'Port of the API' },
  { name: 'VIDIMUS_API_PUBLIC_URL', default: '', meaning: 'Where clients reach the API, if not there' },
  { name: 'VIDIMUS_WEB_HOST', default: '127.0.0.1', meaning: 'Address of the pages (TLS unless loopback)' },
  { name: 'VIDIMUS_WEB_PORT', default: '8080', meaning: 'Port of the pages' },
  { name: 'VIDIMUS_PUBLIC_URL', default: '', meaning: 'Where applicants reach the pages, if not there' },
  {
    name: 'VIDIMUS_ALLOW_LOCAL_WEBHOOKS',
    default: 'false',
    meaning: 'Whether webhooks may go to this machine (development)',
  },
  {
    name: 'VIDIMUS_WEBHOOK_SOURCE_ADDRESS',
    default: '',
    meaning: 'Address of this machine that webhooks are sent from',
  },
  {
    name: 'VIDIMUS_WEBHOOK_PROXY',
    default: '',
    meaning: 'HTTP proxy that webhooks are tunnelled through',
  },
  { name: 'VIDIMUS_ANALYSIS_THREADS', default: '2', meaning: 'Threads that read finished scenes' },
  {
    name: 'VIDIMUS_2D_DOC_CERTIFICATES',
    default: '',
    meaning: 'File of certificates (PEM) by which signatures of 2D-Doc codes are checked',
  },
  {
    name: 'VIDIMUS_FACE_MODEL',
    default: '',
    meaning: 'Description (JSON) of another face model, see docs/face-models.md',
  },
  {
    name: 'VIDIMUS_FACE_LIGHT',
    default: 'true',
    meaning:
      'Whether the screen lights the face in colours; without, a played film looks alive, and every face is for review (-1)',
  },
  { name: 'VIDIMUS_MAX_STREAMS', default: '8', meaning: 'Applicants who can film at once' },
  { name: 'VIDIMUS_MEDIA_UDP_PORTS', default: '', meaning: 'UDP ports for video, such as 40000-40100' },
  {
    name: 'VIDIMUS_MEDIA_ADDRESSES',
    default: '',
    meaning: 'Public addresses for video, separated by commas',
  },
  { name: 'VIDIMUS_LINK_MINUTES', default: '15', meaning: 'Life of a link after the last activity' },
  { name: 'VIDIMUS_UNOPENED_HOURS', default: '24', meaning: 'Life of a link nobody opens' },
  {
    name: 'VIDIMUS_ACCOUNT_REQUESTS_PER_MINUTE',
    default: '120000',
    meaning: 'API requests of an account; beyond it 429',
  },
  {
    name: 'VIDIMUS_ADDRESS_REQUESTS_PER_MINUTE',
    default: '120000',
    meaning: 'API requests from an address; beyond it 429',
  },
  {
    name: 'VIDIMUS_CAPTURE_REQUESTS_PER_MINUTE',
    default: '600',
    meaning: 'Steps of applicants from an address; beyond it 429',
  },
  {
    name: 'VIDIMUS_TRUSTED_PROXIES',
    default: '',
    meaning: 'Proxies in front, addresses or CIDR, separated by commas, whose `X-Forwarded-For` is believed',
  },
  { name: 'VIDIMUS_LOG_LEVEL', default: 'info', meaning: 'debug, info, warn or error' },
]

/** Reads the settings from an environment. Throws `SettingsProblem` with every fault. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const reader = new SettingsReader(environment, new Map(SETTINGS.map((one) => [one.name, one.default])))
  const api = { host: reader.host('VIDIMUS_API_HOST'), port: reader.port('VIDIMUS_API_PORT') }
  const web = { host: reader.host('VIDIMUS_WEB_HOST'), port: reader.port('VIDIMUS_WEB_PORT') }
  const apiUrl = reader.url('VIDIMUS_API_PUBLIC_URL')
  const webUrl = reader.url('VIDIMUS_PUBLIC_URL')
  // A proxy may stand before listeners on loopback: then the public addresses tell that others can call.
  const hosts = [api.host, web.host, ...[apiUrl, webUrl].flatMap((url) => (url === null ? [] : hostOf(url)))]
  const settings: Settings = {
    dataDirectory: resolve(reader.text('VIDIMUS_DATA')),
    masterKey: readMasterKey(reader, hosts.every(isLoopback) ? 'optional' : 'required'),
    apiHost: api.host,
    apiPort: api.port,
    webHost: web.host,
    webPort: web.port,
    apiUrl: apiUrl ?? urlOf('https', api),
    webUrl: webUrl ?? urlOf(isLoopback(web.host) ? 'http' : 'https', web),
    localReceivers:
      reader.choice('VIDIMUS_ALLOW_LOCAL_WEBHOOKS', ['true', 'false']) === 'true' ? 'allowed' : 'refused',
    webhookRoute: readWebhookRoute(reader),
    analysisThreads: reader.count('VIDIMUS_ANALYSIS_THREADS', 64),
    documentCertificates: reader.certificates('VIDIMUS_2D_DOC_CERTIFICATES'),
    faceModel: reader.faceModel('VIDIMUS_FACE_MODEL'),
    faceLight: reader.choice('VIDIMUS_FACE_LIGHT', ['true', 'false']) === 'true' ? 'asked' : 'left-out',
    maxStreams: reader.count('VIDIMUS_MAX_STREAMS', 1000),
    mediaUdpPorts: reader.portRange('VIDIMUS_MEDIA_UDP_PORTS'),
    mediaAddresses: reader.list('VIDIMUS_MEDIA_ADDRESSES'),
    accountRequestsPerMinute: reader.count('VIDIMUS_ACCOUNT_REQUESTS_PER_MINUTE', MAX_REQUESTS_PER_MINUTE),
    addressRequestsPerMinute: reader.count('VIDIMUS_ADDRESS_REQUESTS_PER_MINUTE', MAX_REQUESTS_PER_MINUTE),
    captureRequestsPerMinute: reader.count('VIDIMUS_CAPTURE_REQUESTS_PER_MINUTE', MAX_REQUESTS_PER_MINUTE),
    trustedProxies: reader.networks('VIDIMUS_TRUSTED_PROXIES'),
    logLevel: reader.choice('VIDIMUS_LOG_LEVEL', ['debug', 'info', 'warn', 'error']),
    linkMinutes: reader.count('VIDIMUS_LINK_MINUTES', 7 * 24 * 60),
    unopenedHours: reader.count('VIDIMUS_UNOPENED_HOURS', 90 * 24),
  }
  if (reader.faults.length > 0) throw new SettingsProblem(reader.faults)
  return settings
}

/** Its value is never part of a fault. */
function readMasterKey(reader: SettingsReader, need: 'required' | 'optional'): MasterKeySource {
  const base64 = reader.text('VIDIMUS_MASTER_KEY')
  const path = reader.text('VIDIMUS_MASTER_KEY_FILE')
  if (base64 !== '' && path !== '')
    reader.faults.push('VIDIMUS_MASTER_KEY and VIDIMUS_MASTER_KEY_FILE are both given')
  if (base64 !== '' && !MASTER_KEY_TEXT.test(base64))
    reader.faults.push('VIDIMUS_MASTER_KEY must be 32 bytes in Base64')
  if (base64 === '' && path === '' && need === 'required') reader.faults.push(KEY_NEEDED)
  if (base64 !== '') return { from: 'environment', base64 }
  return path === '' ? { from: 'data' } : { from: 'file', path: resolve(path) }
}

function readWebhookRoute(reader: SettingsReader): Settings['webhookRoute'] {
  const [sourceAddress, proxyUrl] = [
    reader.address('VIDIMUS_WEBHOOK_SOURCE_ADDRESS'),
    reader.proxy('VIDIMUS_WEBHOOK_PROXY'),
  ]
  return { ...(sourceAddress ? { sourceAddress } : {}), ...(proxyUrl ? { proxyUrl } : {}) }
}

/** Whether an address is reachable from this machine alone, so that plain HTTP is safe there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^\[(.*)\]$/, '$1')
}

function urlOf(scheme: 'http' | 'https', { host, port }: { host: string; port: number }): string {
  const reachable = host === '0.0.0.0' || host === 'localhost' ? '127.0.0.1' : host
  return `${scheme}://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
}
