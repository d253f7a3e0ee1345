import { Body, Player, Presence } from '../components.ts';
import { put } from '../people/move.ts';
import { dismiss } from '../people/visits.ts';
import { outranks, rankNamed, rankNames } from '../ranks.ts';
import { type Command, companion, nameOf, rankOf, subject } from './command.ts';

const who: Command = {
  name: 'who',
  usage: '',
  help: 'Who is here',
  run(ctx) {
    const names: string[] = [];
    ctx.people.eachHere((player) => names.push(nameOf(ctx, player)));
    return `${names.length} here: ${names.sort().join(', ')}`;
  },
};

const me: Command = {
  name: 'me',
  usage: 'WORDS',
  help: 'Says what you do',
  run(ctx, player, words) {
    if (words.length === 0) return '&cWhat do you do?';
    ctx.emit({ kind: 'said', player: 0, text: `&5* ${nameOf(ctx, player)} ${words.join(' ')}` });
    return null;
  },
};

const tp: Command = {
  name: 'tp',
  usage: 'NAME, or X Y Z',
  help: 'Takes you to somebody in this level, or to a block',
  run(ctx, player, words) {
    const body = ctx.world.require(player, Body);
    if (words.length === 3 && words.every((word) => /^-?\d{1,4}$/.test(word))) {
      const [x, y, z] = words.map((word) => Math.max(-32_768, Math.min(32_767, Number(word) * 32 + 16)));
      put(ctx, player, { x: x!, y: y!, z: z!, yaw: body.yaw, pitch: body.pitch });
      return null;
    }
    const other = companion(ctx, words[0]);
    if (typeof other === 'string') return other;
    const to = ctx.world.require(other, Body);
    if (to.level !== body.level) return `&c${nameOf(ctx, other)} is in another level`;
    put(ctx, player, to);
    return null;
  },
};

const kick: Command = {
  name: 'kick',
  usage: 'NAME [REASON]',
  help: 'Sends somebody away',
  isStaff: true,
  run(ctx, player, [name, ...reason]) {
    const other = subject(ctx, player, name);
    if (typeof other === 'string') return other;
    if (!ctx.world.has(other, Presence)) return `&c${nameOf(ctx, other)} is not here`;
    dismiss(ctx, other, 'kicked', reason.length === 0 ? 'You were sent away' : reason.join(' '));
    return `${nameOf(ctx, other)} was sent away`;
  },
};

const ban: Command = {
  name: 'ban',
  usage: 'NAME [REASON]',
  help: 'Lets somebody in no more',
  isStaff: true,
  run(ctx, player, [name, ...reason]) {
    const other = subject(ctx, player, name);
    if (typeof other === 'string') return other;
    if (other === player) return '&cYou cannot ban yourself';
    ctx.world.require(other, Player).banned = true;
    dismiss(ctx, other, 'banned', reason.length === 0 ? 'You are banned' : `Banned: ${reason.join(' ')}`);
    return `${nameOf(ctx, other)} is banned`;
  },
};

const unban: Command = {
  name: 'unban',
  usage: 'NAME',
  help: 'Lets somebody in again',
  isStaff: true,
  run(ctx, player, [name]) {
    const other = subject(ctx, player, name);
    if (typeof other === 'string') return other;
    ctx.world.require(other, Player).banned = false;
    return `${nameOf(ctx, other)} may come in again`;
  },
};

const rank: Command = {
  name: 'rank',
  usage: 'NAME RANK',
  help: `Gives a rank: ${rankNames.join(', ')}`,
  isStaff: true,
  run(ctx, player, [name, word]) {
    const other = subject(ctx, player, name);
    if (typeof other === 'string') return other;
    const wanted = rankNamed(word ?? '');
    if (wanted < 0) return `&cRanks are ${rankNames.join(', ')}`;
    if (!outranks(rankOf(ctx, player), wanted)) return '&cYou cannot give that rank';
    ctx.world.require(other, Player).rank = wanted;
    ctx.emit({ kind: 'rank-changed', player: other });
    return `${nameOf(ctx, other)} is ${rankNames[wanted]} now`;
  },
};

export const peopleCommands: readonly Command[] = [who, me, tp, kick, ban, unban, rank];
