/** A file that cannot be used; the message says why, without a path. */
export class FileFault extends Error {}
