/** A reason not to go on that the person at the command line can do something about. The message is all they need. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
