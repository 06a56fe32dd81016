import { Argument, type Command, InvalidArgumentError } from 'commander'
import type { Account } from '../../../../domain/account.ts'
import { API_VERSIONS } from '../../../../domain/api-version.ts'
import { addEnvironment, readHead, readId } from './option-values.ts'
import { addConfigurationCommands } from './register-configuration-commands.ts'

/** Entries shown at once. */
const SHOWN_ENTRIES = 50

/** Adds `vidimus accounts | configurations | credentials | certificates | keys | audit …`. What they do is loaded when they are called. */
export function registerAccountCommands(program: Command): void {
  addAccountCommands(program.command('accounts').description('client organisations'))
  addConfigurationCommands(program.command('configurations').description("clients' product settings"))
  addCredentialCommands(program.command('credentials').description('Basic pairs; several are good at once'))
  addCertificateCommands(program.command('certificates').description('client certificates'))
  addKeyCommands(program.command('keys').description('keys that sign answers'))
  addAuditCommands(program.command('audit').description('who did what'))
}

function addAccountCommands(accounts: Command): void {
  const load = () => import('./change-accounts.ts')
  const readPolicy = (text: string): Account['certificatePolicy'] => {
    if (text === 'required' || text === 'optional') return text
    throw new InvalidArgumentError('It must be required or optional.')
  }
  told(accounts.command('create <name>'))
    .description('make an account')
    .option('--certificate-policy <policy>', 'required or optional', readPolicy, 'required')
    .action(async (name, options) => (await load()).makeAccount(name, options))
  told(accounts.command('list'))
    .description('show every account')
    .action(async (options) => (await load()).showAccounts(options))
  told(accounts.command('policy <id> <policy>'))
    .description('say whether requests must carry a client certificate: required or optional')
    .action(async (id, policy, options) =>
      (await load()).changePolicy(readId(id), readPolicy(policy), options),
    )
  accounts
    .command('pin <account>')
    .description('have the answers to an account shaped as a version of the API has them')
    .addArgument(new Argument('<version>', 'the version').choices(API_VERSIONS))
    .action(async (id, version) => (await import('../pin-account.ts')).pinAccount(readId(id), version))
}

function addCredentialCommands(credentials: Command): void {
  const load = () => import('./change-credentials.ts')
  told(addEnvironment(credentials.command('add <configuration>')))
    .description('make another pair; older ones stay good; the secret is shown this once')
    .action(async (id, options) => (await load()).addCredentials(readId(id), options))
  told(credentials.command('revoke <clientId>'))
    .description('end a pair, from the next request on')
    .action(async (clientId, options) => (await load()).endCredentials(clientId, options))
  ofAccount(told(credentials.command('list')))
    .description('show pairs, without secrets')
    .action(async (options) => (await load()).showCredentials(options))
}

function addCertificateCommands(certificates: Command): void {
  const load = () => import('./change-certificates.ts')
  told(certificates.command('issue <account>'))
    .description('issue one from the local authority; its key is shown this once')
    .option('--out <path>', 'write <path>.crt and <path>.key instead of showing them')
    .action(async (id, options) => (await load()).issueCertificate(readId(id), options))
  told(certificates.command('register <account> <file>'))
    .description('let an account use one of its own (PEM or DER)')
    .action(async (id, file, options) => (await load()).registerCertificate(readId(id), file, options))
  told(certificates.command('revoke <account> <fingerprint>'))
    .description('end one, from the next request on')
    .action(async (id, fingerprint, options) =>
      (await load()).endCertificate(readId(id), fingerprint, options),
    )
  ofAccount(told(certificates.command('list')))
    .description('show certificates by their SHA-256 fingerprints')
    .action(async (options) => (await load()).showCertificates(options))
}

function addKeyCommands(keys: Command): void {
  const load = () => import('./change-signing-keys.ts')
  told(keys.command('list'))
    .description('show every version')
    .option('--configuration <id>', 'of this configuration alone', readId)
    .action(async (options) => (await load()).showSigningKeys(options))
  keys
    .command('export <name>')
    .description('write a public key, such as 3456-live-v1, as PEM')
    .action(async (name) => (await load()).exportSigningKey(name))
  told(addEnvironment(keys.command('rotate <configuration>')))
    .description('make the next version now and destroy the private key before')
    .action(async (id, options) => (await load()).rotateSigningKey(readId(id), options))
}

function addAuditCommands(audit: Command): void {
  const load = () => import('./check-audit.ts')
  ofAccount(told(audit.command('list')))
    .description('show the newest entries')
    .option('--limit <number>', 'how many', readId, SHOWN_ENTRIES)
    .action(async (options) => (await load()).showAudit(options))
  told(audit.command('verify'))
    .description('check the whole log; the first broken entry is named, with exit code 1')
    .option('--noted <position:hash>', 'an end of the chain noted earlier: it must still be there', readHead)
    .action(async (options) => (await load()).checkAudit(options))
}

function told(command: Command): Command {
  return command.option('--json', 'tell it as JSON')
}

function ofAccount(command: Command): Command {
  return command.option('--account <id>', 'of this account alone', readId)
}
