import type * as packets from '../../protocol/index.ts';
import type { Property } from '../properties.ts';

/** Texts of every client's language file: prefix, name and suffix of a mobile; any text; weight; what a container has. */
const MOBILE_NAME = 1050045;
const ANY_TEXT = 1042971;
const WEIGHT_ONE = 1072788;
const WEIGHT = 1072789;
const CONTENTS = 1073841;

/** The tooltip of an object. */
export function propertyList(serial: number, properties: readonly Property[]): packets.PropertyListIn {
  const lines = properties.map(lineOf);
  return { serial, revision: revisionOf(lines), lines };
}

function lineOf(property: Property): packets.PropertyLineIn {
  switch (property.kind) {
    case 'person': {
      const title = property.title === '' ? ' ' : `, ${property.title}`;
      return { cliloc: MOBILE_NAME, arguments: ` \t${property.name}\t${title}` };
    }
    case 'name':
      return { cliloc: ANY_TEXT, arguments: property.name };
    case 'weight':
      return { cliloc: property.stones === 1 ? WEIGHT_ONE : WEIGHT, arguments: String(property.stones) };
    case 'contents':
      return { cliloc: CONTENTS, arguments: `${property.count}\t${property.most}\t${property.stones}` };
  }
}

/** A number that changes with the contents; bit 30 is always set, as clients expect. */
function revisionOf(lines: readonly packets.PropertyLineIn[]): number {
  let hash = 0;
  for (const { cliloc, arguments: words } of lines) {
    hash = Math.imul(hash ^ cliloc, 0x01000193);
    for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193);
  }
  return ((hash & 0x3fffffff) | 0x40000000) >>> 0;
}
