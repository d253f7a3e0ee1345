import type * as packets from '../../../protocol/index.ts';
import type { CreateCharacter } from '../../../rules/intents.ts';
import { type Desk, enter, type Handler } from '../../receive/handler.ts';
import type { Session } from '../../session.ts';
import type { UoDesk } from './desk.ts';

export const accountLogin: Handler<packets.AccountLogin> = {
  phases: ['login'],
  perSecond: 1,
  burst: 3,
  handle({ lobby }, session, { username, password }) {
    lobby.login(session, username, password, true).catch(() => session.close('login-failed'));
  },
};

export const selectServer: Handler<packets.SelectServer, UoDesk> = {
  phases: ['login'],
  perSecond: 1,
  burst: 3,
  handle({ door, lobby }, session) {
    door.chooseShard(session);
    lobby.flush(session);
  },
};

export const gameLogin: Handler<packets.GameLogin, UoDesk> = {
  phases: ['login'],
  perSecond: 1,
  burst: 2,
  handle({ door, lobby }, session, { authKey, username }) {
    door.gameLogin(session, authKey, username);
    lobby.flush(session);
  },
};

export const selectCharacter: Handler<packets.SelectCharacter> = {
  phases: ['characters'],
  perSecond: 2,
  burst: 5,
  handle(desk, session, { slot }) {
    const character = desk.lobby.characterIn(session.account, slot);
    enter(desk, session, character);
  },
};

export const deleteCharacter: Handler<packets.DeleteCharacter> = {
  phases: ['characters'],
  perSecond: 1,
  burst: 3,
  handle({ offer }, session, { slot }) {
    session.phase = 'deleting';
    offer({ kind: 'delete-character', session: session.id, account: session.account, slot });
  },
};

/** 0x00 and 0xF8 differ only in the number of skills; the older race byte is told apart by the version. */
export const createCharacter: Handler<packets.CreateCharacter | packets.CreateCharacterNew> = {
  phases: ['characters'],
  perSecond: 1,
  burst: 3,
  handle(desk, session, body) {
    create(desk, session, body, { ...raceAndSex(body.raceSex, session.version), city: body.city & 0xff });
  },
};

/** The Enhanced Client's form. */
export const createCharacterEnhanced: Handler<packets.CreateCharacterEnhanced> = {
  phases: ['characters'],
  perSecond: 1,
  burst: 3,
  handle(desk, session, body) {
    const { race, sex, city } = body;
    create(desk, session, body, { race: Math.max(0, race - 1), female: sex === 1, city });
  },
};

/** What the forms have in common, and what each says in its own way. */
function create(
  { offer }: Desk,
  session: Session,
  body: packets.CreateCharacter | packets.CreateCharacterNew | packets.CreateCharacterEnhanced,
  own: Pick<CreateCharacter, 'race' | 'female' | 'city'>,
): void {
  session.phase = 'entering';
  offer({
    kind: 'create-character',
    session: session.id,
    account: session.account,
    slot: body.slot,
    name: body.name,
    profession: body.profession,
    str: body.strength,
    dex: body.dexterity,
    int: body.intelligence,
    skills: body.skills.map(({ skill, value }) => ({ skill, value })),
    skinHue: body.skinHue,
    hairStyle: body.hair,
    hairHue: body.hairHue,
    beardStyle: body.beard,
    beardHue: body.beardHue,
    shirtHue: body.shirtHue,
    pantsHue: body.pantsHue,
    ...own,
  });
}

/** From 7.0.0 the byte is race × 2 + sex, with 2 for human; before, (race − 1) × 2 + sex, with 0 for human. */
const STYGIAN_ABYSS = 0x07000000;

function raceAndSex(byte: number, version: number): { race: number; female: boolean } {
  const female = (byte & 1) === 1;
  const race = version >= STYGIAN_ABYSS ? Math.max(0, (byte >> 1) - 1) : byte >> 1;
  return { race, female };
}
