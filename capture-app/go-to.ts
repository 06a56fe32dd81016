/** Schemes that run inside this page instead of leaving it; an address with one is not followed. */
const INNER_SCHEMES: ReadonlySet<string> = new Set(['javascript:', 'data:', 'blob:', 'vbscript:'])

/** Leaves the page for where the client wants the applicant back; applications' own schemes are allowed. */
export function goTo(url: string): void {
  const target = new URL(url, location.href)
  if (!INNER_SCHEMES.has(target.protocol)) location.assign(target.href)
}
