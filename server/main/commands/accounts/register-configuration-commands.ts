import { type Command, Option } from 'commander'
import type { Configuration } from '../../../../domain/configuration.ts'
import type { SigningCurve } from '../../../../domain/signing-key.ts'
import type { ConfigurationChanges } from '../../../configurations/update-configuration.ts'
import { readCurve, readDays, readId, readUrl, readWebhook, readYesNo } from './option-values.ts'

/** The options as commander gives them; absent where they were not given. */
interface Given {
  json?: boolean
  name?: string
  redirectUrl?: string
  review?: Configuration['review']
  faceRequired?: boolean
  product?: Configuration['product']
  /** An address, or `none`. */
  webhook?: string
  /** A curve, or `off`. */
  signing?: SigningCurve | 'off'
  /** Days, or `ever`. */
  retention?: number | 'ever'
}

/** What a configuration is that says nothing else. */
const DEFAULTS = { review: 'never', faceRequired: true, product: 'standard' } as const

/** Adds the commands of `vidimus configurations`. */
export function addConfigurationCommands(configurations: Command): void {
  const load = () => import('./change-configurations.ts')
  addSettings(configurations.command('create <account> <name>'))
    .description('make a configuration; its webhook secrets are shown')
    .requiredOption('--redirect-url <url>', 'where applicants go afterwards', readUrl)
    .action(async (account, name, { json, ...given }: Given & { redirectUrl: string }) => {
      const { webhook = null, signingCurve = 'P-256', ...rest } = changesOf(given)
      const wanted = {
        ...DEFAULTS,
        redirectUrl: given.redirectUrl,
        ...rest,
        webhook,
        signingCurve,
      }
      await (await load()).makeConfiguration({ ...wanted, accountId: readId(account), name }, { json })
    })
  addSettings(configurations.command('update <id>'))
    .description('change what is given, from the next request on')
    .option('--name <name>', 'another name')
    .option('--redirect-url <url>', 'where applicants go afterwards', readUrl)
    .action(async (id, { json, ...given }: Given) => {
      await (await load()).changeConfiguration(readId(id), changesOf(given), { json })
    })
  configurations
    .command('list')
    .description('show configurations')
    .option('--account <id>', 'of this account alone', readId)
    .option('--json', 'tell it as JSON')
    .action(async (options) => (await load()).showConfigurations(options))
}

/** What was given, with `none`, `off` and `ever` as the nulls they mean. */
function changesOf({ webhook, signing, retention, json: _shown, ...rest }: Given): ConfigurationChanges {
  return {
    ...rest,
    webhook: webhook === 'none' ? null : webhook,
    signingCurve: signing === 'off' ? null : signing,
    retentionDays: retention === 'ever' ? null : retention,
  }
}

function addSettings(command: Command): Command {
  return command
    .addOption(
      new Option('--review <when>', 'whether a reviewer gives the final answer').choices(['never', 'always']),
    )
    .option('--face-required <answer>', 'whether a face is filmed: yes or no', readYesNo)
    .addOption(new Option('--product <name>').choices(['standard', 'certified']))
    .option('--webhook <url>', 'where statuses are told, or none', readWebhook)
    .option('--retention <days>', 'when personal data is erased, days after the end, or ever', readDays)
    .option('--signing <curve>', 'what answers are signed on, or off', readCurve)
    .option('--json', 'tell it as JSON')
}
