import { type Command, InvalidArgumentError, Option } from 'commander'

/** How long an old secret still signs, unless the operator says otherwise, hours. */
const OVERLAP_HOURS = 24
/** The longest overlap: a month in which an old secret is still good. */
const MAX_OVERLAP_HOURS = 31 * 24
/** Deliveries shown at once. */
const SHOWN_DELIVERIES = 20
const MAX_SHOWN_DELIVERIES = 1_000

/** Adds `vidimus webhooks …`: secrets and deliveries. What they do is loaded when they are called. */
export function addWebhookCommands(program: Command): void {
  const webhooks = program.command('webhooks').description('secrets of webhooks and the log of deliveries')
  addSecretCommands(webhooks.command('secrets').description('what webhooks are signed with'))
  addAuthorizationCommands(
    webhooks.command('authorization').description('OAuth2 client credentials of a receiver'),
  )
  webhooks
    .command('log')
    .description('the latest deliveries and their tries, newest first, and where they are sent from')
    .option('--limit <number>', 'how many', wholeNumber(1, MAX_SHOWN_DELIVERIES), SHOWN_DELIVERIES)
    .option('--identification <uuid>', 'of this identification alone')
    .option('--given-up', 'those alone that were given up')
    .action(async (options) => (await import('./tell-deliveries.ts')).tellDeliveries(options))
  webhooks
    .command('resend <id>')
    .description('send a delivery of the log again')
    .action(async (id) => (await import('./tell-deliveries.ts')).resend(wholeNumber(1)(id)))
}

function addSecretCommands(secrets: Command): void {
  secrets
    .command('list')
    .description('show the secrets of every configuration and environment')
    .action(async () => (await import('./tell-webhook-secrets.ts')).tellWebhookSecrets())
  addLine(secrets.command('rotate'))
    .description('make a new secret; the old one signs until then')
    .option(
      '--hours <number>',
      'hours until the new secret signs; 0 at once',
      wholeNumber(0, MAX_OVERLAP_HOURS),
      OVERLAP_HOURS,
    )
    .action(async (options) => (await import('./tell-webhook-secrets.ts')).rotateSecret(options))
}

function addAuthorizationCommands(authorization: Command): void {
  addLine(authorization.command('set'))
    .description('send webhooks with an access token; the client secret is read from standard input')
    .requiredOption('--token-url <url>', 'where access tokens are given')
    .requiredOption('--client-id <id>', 'whom they are given to')
    .option('--refresh-url <url>', 'where refresh tokens are traded in, if not there')
    .action(async (options) => (await import('./set-webhook-authorization.ts')).setFromInput(options))
  addLine(authorization.command('remove'))
    .description('send webhooks without an access token again')
    .action(async (options) => (await import('./set-webhook-authorization.ts')).remove(options))
}

function addLine(command: Command): Command {
  return command
    .requiredOption('--configuration <number>', 'number of the configuration', wholeNumber(1))
    .addOption(new Option('--environment <name>').choices(['live', 'test']).makeOptionMandatory())
}

function wholeNumber(least: number, most: number = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= least && value <= most) return value
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`)
  }
}
