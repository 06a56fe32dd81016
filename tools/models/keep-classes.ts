import {
  encodeNetworkFile,
  integerAttribute,
  integersNode,
  type NetworkNode,
  readNetworkFile,
  withResult,
} from './_network-file.ts'

/** Axis of the classes in what a recogniser of lines gives: after that of the lines and that of the steps. */
const CLASSES_AXIS = 2

/**
 * Writes a recogniser of lines that gives the probabilities of some of its classes alone, in the order given, as they were:
 * those that nobody asks for are not handed over.
 */
export function keepClasses(bytes: Uint8Array, classes: readonly number[]): Uint8Array {
  const file = readNetworkFile(bytes)
  const last = file.nodes[file.nodes.length - 1]
  const all = `${last.output}.all`
  const kept = `${last.output}.kept`
  const nodes: NetworkNode[] = [
    ...file.nodes.slice(0, -1),
    { ...last, output: all },
    integersNode(kept, classes),
    {
      type: 'Gather',
      inputs: [all, kept],
      output: last.output,
      attributes: [integerAttribute('axis', CLASSES_AXIS)],
    },
  ]
  return encodeNetworkFile(withResult({ ...file, nodes }, last.output))
}
