const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The bytes of a Base32 text without or with padding (RFC 4648 §6); null when it is none. */
export function decodeBase32(text: string): Uint8Array | null {
  const digits = text.replace(/=+$/, '')
  if (digits === '' || !/^[A-Z2-7]+$/.test(digits)) return null
  const bytes = new Uint8Array(Math.floor((digits.length * 5) / 8))
  let [bits, count, at] = [0, 0, 0]
  for (const digit of digits) {
    bits = ((bits << 5) | ALPHABET.indexOf(digit)) & 0xfff
    count += 5
    if (count < 8) continue
    count -= 8
    bytes[at++] = (bits >> count) & 0xff
  }
  return bytes
}
