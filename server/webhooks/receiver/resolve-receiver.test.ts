import { afterEach, expect, test } from 'vitest'
import { type NameQuestion, type NameServer, openNameServer } from '../../../test/fakes/name-server.ts'
import { resolveReceiver } from './resolve-receiver.ts'

let nameServer: NameServer | undefined

afterEach(async () => {
  await nameServer?.close()
  nameServer = undefined
})

async function resolveWith(
  answer: (question: NameQuestion) => string[],
  localReceivers: 'allowed' | 'refused',
) {
  await nameServer?.close()
  nameServer = await openNameServer(answer)
  return resolveReceiver('hook.example', { localReceivers, nameServers: [nameServer.address] })
}

test('resolveReceiver() gives the addresses of both families', async () => {
  const addresses = await resolveWith(() => ['93.184.216.34', '2606:4700::1'], 'refused')
  expect(addresses).toEqual(['93.184.216.34', '2606:4700::1'])
  expect(nameServer?.asked.map(({ type }) => type).sort()).toEqual(['A', 'AAAA'])
})

test.each([['10.0.0.7'], ['127.0.0.1'], ['::ffff:7f00:1'], ['93.184.216.34', '169.254.169.254']])(
  'resolveReceiver() refuses a name that leads to %s %s',
  async (...addresses) => {
    await expect(resolveWith(() => addresses, 'refused')).rejects.toThrow('address refused')
  },
)

test('resolveReceiver() lets a name lead to this machine, and no further, where the operator allows it', async () => {
  expect(await resolveWith(() => ['127.0.0.1'], 'allowed')).toEqual(['127.0.0.1'])
  await expect(resolveWith(() => ['10.0.0.7'], 'allowed')).rejects.toThrow('address refused')
})

test('resolveReceiver() gives at most eight addresses', async () => {
  const many = Array.from({ length: 20 }, (_, index) => `93.184.216.${index}`)
  expect(await resolveWith(() => many, 'refused')).toHaveLength(8)
})

test('resolveReceiver() says that a name has no address', async () => {
  await expect(resolveWith(() => [], 'refused')).rejects.toThrow('name not found')
})

test.each(['localhost', 'LOCALHOST.', 'a.localhost'])(
  'resolveReceiver() knows what %s is without asking',
  async (name) => {
    const nobody = { nameServers: ['127.0.0.1:1'] }
    await expect(resolveReceiver(name, { localReceivers: 'refused', ...nobody })).rejects.toThrow('refused')
    const local = await resolveReceiver(name, { localReceivers: 'allowed', ...nobody })
    expect(local).toContain('127.0.0.1')
  },
)
