import { impliedScore, type SimulatedAnswer, type Simulation } from '../../../domain/simulation.ts'
import { parseAttributes } from './_parse-attributes.ts'
import { SIMULATION_ATTRIBUTES, type SimulationAttributes } from './_simulation-schema.ts'

/**
 * Reads the body of a request to simulate: a JSON:API document of type `simulations`.
 * Throws `Problem('params_invalid')` with every fault.
 */
export function parseSimulation(body: unknown): Simulation {
  const sent = parseAttributes(body, {
    type: 'simulations',
    schema: SIMULATION_ATTRIBUTES,
    refusal: 'This cannot be simulated',
  })
  const { status, 'return-reason': returnReason, 'error-type': errorType } = sent
  const isAnswered = status === 'processing' || status === 'processed'
  return {
    status,
    left: returnReason ? { returnReason, errorType: errorType ?? null } : null,
    answer: isAnswered ? answerOf(sent) : null,
  }
}

function answerOf(sent: SimulationAttributes): SimulatedAnswer {
  const reasonCodes = (sent['reason-codes'] ?? []).toSorted((one, other) => one - other)
  const { identity } = sent
  return {
    score: sent.score ?? impliedScore(reasonCodes),
    reasonCodes,
    comments: sent.comments ?? [],
    identity: identity
      ? {
          firstName: identity['first-name'] ?? null,
          lastName: identity['last-name'] ?? null,
          birthDate: identity['birth-date'] ?? null,
        }
      : null,
    document: documentOf(sent.document ?? {}),
  }
}

/** What is sent as null is unknown on purpose; what is not sent may come from the identity. */
function documentOf(sent: NonNullable<SimulationAttributes['document']>): SimulatedAnswer['document'] {
  const read = Object.entries(sent).map(([name, value]) => [camelCase(name), value])
  return Object.fromEntries(read) as SimulatedAnswer['document']
}

function camelCase(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
