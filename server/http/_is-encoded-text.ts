/** Whether percent escapes spell text that can be kept: UTF-8 without NUL (RFC 3986 §2.1). */
export function isEncodedText(text: string): boolean {
  try {
    return !decodeURIComponent(text).includes('\0')
  } catch {
    return false
  }
}
