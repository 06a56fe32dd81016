import { Argument, type Command } from 'commander'
import { API_VERSIONS } from '../../../domain/api-version.ts'

/** Adds `vidimus accounts …`. What it does is loaded when it is called. */
export function addAccountCommands(program: Command): void {
  const accounts = program.command('accounts').description('client organisations')
  accounts
    .command('pin <account>')
    .description('have the answers to an account shaped as a version of the API has them')
    .addArgument(new Argument('<version>', 'the version').choices(API_VERSIONS))
    .action(async (account, version) =>
      (await import('./pin-account.ts')).pinAccount(Number(account), version),
    )
}
