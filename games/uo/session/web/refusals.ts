import { RefusalReason } from '../../web/index.ts';

type Reason = (typeof RefusalReason)[keyof typeof RefusalReason];

interface Refusal {
  readonly reason: Reason;
  readonly text: string;
  /** Is it sensible to connect again without asking the person? */
  readonly mayReturn: boolean;
}

const refusals: Readonly<Record<string, readonly [Reason, string, 'may-return'?]>> = {
  version: [RefusalReason.version, 'This client is too old or too new for the shard: load the page anew.'],
  'bad-message': [RefusalReason.badMessage, 'The shard does not understand this client.'],
  'too-fast': [RefusalReason.tooFast, 'Too much came at once.'],
  overloaded: [RefusalReason.busy, 'The shard is too busy.', 'may-return'],
  'bad-password': [RefusalReason.badCredentials, 'Name or password is wrong.'],
  locked: [RefusalReason.locked, 'Too many tries failed: wait for five minutes.'],
  busy: [RefusalReason.busy, 'Too many people are logging in: try again.'],
  banned: [RefusalReason.banned, 'This account may not play here.'],
  malformed: [
    RefusalReason.malformedName,
    'A name has 1 to 30 letters, digits and signs without blanks, a password 1 to 30.',
  ],
  'name-taken': [RefusalReason.nameTaken, 'This name is taken.'],
  'account-exists': [RefusalReason.nameTaken, 'This name is taken.'],
  'accounts-closed': [RefusalReason.accountsClosed, 'Accounts are made by the staff of this shard.'],
  'too-many-accounts': [RefusalReason.tooManyAccounts, 'Too many accounts were made from your address.'],
  'token-void': [RefusalReason.tokenVoid, 'Log in again.'],
  'no-such-character': [RefusalReason.noSuchCharacter, 'There is no such character.'],
  'bad-character': [RefusalReason.badCharacter, 'Such a character cannot be made.'],
  'bad-name': [RefusalReason.badCharacterName, 'A character cannot have this name.'],
  'no-free-slot': [RefusalReason.noFreeSlot, 'You have no room for another character.'],
  'other-character-online': [
    RefusalReason.characterOnline,
    'Another character of this account is in the world.',
  ],
  'character-in-world': [RefusalReason.characterInWorld, 'This character is in the world.'],
  'character-too-young': [RefusalReason.characterTooYoung, 'This character is too young to be deleted.'],
  'cannot-save': [RefusalReason.busy, 'The shard cannot save at the moment: try again in a while.'],
  displaced: [RefusalReason.displaced, 'This character is now played from elsewhere.'],
  'shard-stopped': [RefusalReason.shardStopped, 'The shard is restarting.', 'may-return'],
  kicked: [RefusalReason.kicked, 'You were sent away by staff.'],
};

/** A code of the rules, the lobby or the inbound side in the words of clients in a browser. */
export function refusalOf(code: string): Refusal {
  const [reason, text, mayReturn] = refusals[code] ?? [RefusalReason.other, 'The shard refuses.'];
  return { reason, text, mayReturn: mayReturn !== undefined };
}
