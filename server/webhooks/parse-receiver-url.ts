/**
 * The address of a receiver, with the host as a lookup takes it. Throws an Error for what is not http(s), or
 * carries a user or a password: those would be sent to whoever answers.
 */
export function parseReceiverUrl(text: string): { url: URL; host: string } {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new Error('url refused')
  }
  return { url, host: url.hostname.replace(/^\[(.*)\]$/, '$1') }
}
