/** Thrown when the server answers but no media connection comes up; it may on the next try. */
export class MediaFailure extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MediaFailure'
  }
}
