/** The door itself says no, before any room is asked. The message is for people. */
export class WebRefusal extends Error {
  override name = 'WebRefusal';
  readonly statusCode: number;
  constructor(statusCode: number, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}
