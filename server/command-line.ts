import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { registerAccountCommands } from './main/commands/accounts/register-account-commands.ts'
import { registerReadingCommands } from './main/commands/register-reading-commands.ts'
import { addWebhookCommands } from './main/commands/webhook-commands.ts'
import { ALL_ROLES, parseRoles } from './roles/role.ts'

const MANIFEST = new URL('../package.json', import.meta.url)

/** Runs the command that `vidimus` was called with; the arguments are those of `process.argv`. */
export async function runCommandLine(argv: string[]): Promise<void> {
  const { version, description } = JSON.parse(readFileSync(MANIFEST, 'utf8'))
  const program = new Command('vidimus').description(description).version(version)
  program
    .command('serve', { isDefault: true })
    .description('start everything, or the roles named')
    .option('--roles <list>', `roles to start, of ${ALL_ROLES.join(', ')}`, ALL_ROLES.join(','))
    .action(async ({ roles }) => (await import('./main/serve.ts')).serve(parseRoles(roles)))
  program
    .command('work')
    .description('start a worker only')
    .action(async () => (await import('./main/serve.ts')).serve(['worker']))
  program
    .command('migrate')
    .description('bring the database up to this version, then stop')
    .action(async () => (await import('./main/serve.ts')).migrateOnly())
  program
    .command('explain <identification>')
    .description(
      'tell what was seen, what each check made of it and the thresholds it was held against, as JSON',
    )
    .action(async (id) =>
      (await import('./main/commands/explain-identification.ts')).explainIdentification(id),
    )
  registerAccountCommands(program)
  addWebhookCommands(program)
  registerReadingCommands(program)
  assertCommand(program, argv[2])
  try {
    await program.parseAsync(argv)
  } catch (error) {
    // Faults of settings and a directory in use are told to a person, without a stack.
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exit(1)
  }
}

/** The default command would take any other word for an argument too many. */
function assertCommand(program: Command, word = '--help'): void {
  const known = ['help', ...program.commands.map((command) => command.name())]
  if (!word.startsWith('-') && !known.includes(word))
    program.error(`Unknown command '${word}': see vidimus --help`)
}
