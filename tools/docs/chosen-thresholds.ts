const WORD = /chosen[^.;:]*not measured/i
const COMMENT_BEGINS = /^\s*\/\*\*/
const PROPERTY = /^\s+(\w+):/

/** Names of the numbers of a source file whose comment says that they were chosen and not measured; one without a comment shares that above it. */
export function chosenThresholds(source: string): string[] {
  const chosen: string[] = []
  let comment: string[] = []
  let isOpen = false
  for (const line of source.split('\n')) {
    if (COMMENT_BEGINS.test(line)) [comment, isOpen] = [[], true]
    if (isOpen) comment.push(line.replace(/^\s*\*(?!\/)/, ''))
    const name = isOpen ? undefined : PROPERTY.exec(line)?.[1]
    if (name !== undefined && WORD.test(comment.join(' ').replace(/\s+/g, ' '))) chosen.push(name)
    if (line.trimEnd().endsWith('*/')) isOpen = false
  }
  return chosen
}
