/** A part of a gump with its place in pixels. Source: the layout language of classic clients. */
export type GumpPart = { readonly page: number; readonly x: number; readonly y: number } & (
  | { readonly kind: 'background'; readonly gump: number; readonly width: number; readonly height: number }
  | {
      readonly kind: 'picture';
      readonly gump: number;
      readonly hue: number;
      readonly width: number;
      readonly height: number;
    }
  | { readonly kind: 'tile'; readonly graphic: number; readonly hue: number }
  | { readonly kind: 'shade'; readonly width: number; readonly height: number }
  | {
      readonly kind: 'text';
      readonly hue: number;
      readonly text: string;
      /** 0: as wide as it is. */
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly kind: 'markup';
      readonly text: string;
      readonly width: number;
      readonly height: number;
      readonly hasBackground: boolean;
      readonly scrolls: boolean;
    }
  | {
      readonly kind: 'button';
      readonly up: number;
      readonly down: number;
      /** Answers with its id, or turns to a page. */
      readonly answers: boolean;
      readonly to: number;
      readonly id: number;
    }
  | {
      readonly kind: 'switch';
      readonly off: number;
      readonly on: number;
      readonly initial: boolean;
      readonly id: number;
      /** Of radio buttons only one of a group is on; null for a check box. */
      readonly group: number | null;
    }
  | {
      readonly kind: 'entry';
      readonly width: number;
      readonly height: number;
      readonly hue: number;
      readonly id: number;
      readonly text: string;
      /** Letters that may be typed; 0 for as many as one likes. */
      readonly limit: number;
    }
);

export interface GumpLayout {
  readonly parts: readonly GumpPart[];
  readonly mayClose: boolean;
  readonly mayMove: boolean;
  readonly width: number;
  readonly height: number;
}

/** Reads a layout. What is not known is passed over, as clients do: a newer shard must not break an older page. */
export function parseLayout(layout: string, lines: readonly string[]): GumpLayout {
  const parts: GumpPart[] = [];
  let page = 0;
  let group = 0;
  let mayClose = true;
  let mayMove = true;
  for (const [, content = ''] of layout.matchAll(/\{([^{}]*)\}/g)) {
    const [name = '', ...args] = content.trim().split(/\s+/);
    const n = (i: number): number => Number.parseInt(args[i] ?? '0', 10) || 0;
    const line = (i: number): string => lines[n(i)] ?? '';
    const at = { page, x: n(0), y: n(1) };
    switch (name.toLowerCase()) {
      case 'page':
        page = n(0);
        break;
      case 'group':
        group = n(0);
        break;
      case 'noclose':
        mayClose = false;
        break;
      case 'nomove':
        mayMove = false;
        break;
      case 'resizepic':
        parts.push({ ...at, kind: 'background', gump: n(2), width: n(3), height: n(4) });
        break;
      case 'gumppic':
        parts.push({ ...at, kind: 'picture', gump: n(2), hue: hueOf(args), width: 0, height: 0 });
        break;
      case 'gumppictiled':
        parts.push({ ...at, kind: 'picture', gump: n(4), hue: 0, width: n(2), height: n(3) });
        break;
      case 'tilepic':
        parts.push({ ...at, kind: 'tile', graphic: n(2), hue: 0 });
        break;
      case 'tilepichue':
        parts.push({ ...at, kind: 'tile', graphic: n(2), hue: n(3) });
        break;
      case 'checkertrans':
        parts.push({ ...at, kind: 'shade', width: n(2), height: n(3) });
        break;
      case 'text':
        parts.push({ ...at, kind: 'text', hue: n(2), text: line(3), width: 0, height: 0 });
        break;
      case 'croppedtext':
        parts.push({ ...at, kind: 'text', width: n(2), height: n(3), hue: n(4), text: line(5) });
        break;
      case 'htmlgump':
        parts.push({
          ...at,
          kind: 'markup',
          width: n(2),
          height: n(3),
          text: line(4),
          hasBackground: n(5) !== 0,
          scrolls: n(6) !== 0,
        });
        break;
      case 'button':
        parts.push({ ...at, kind: 'button', up: n(2), down: n(3), answers: n(4) !== 0, to: n(5), id: n(6) });
        break;
      case 'buttontileart':
        parts.push({ ...at, kind: 'button', up: n(2), down: n(3), answers: n(4) !== 0, to: n(5), id: n(6) });
        parts.push({ page, kind: 'tile', graphic: n(7), hue: n(8), x: n(0) + n(9), y: n(1) + n(10) });
        break;
      case 'checkbox':
        parts.push({
          ...at,
          kind: 'switch',
          off: n(2),
          on: n(3),
          initial: n(4) !== 0,
          id: n(5),
          group: null,
        });
        break;
      case 'radio':
        parts.push({ ...at, kind: 'switch', off: n(2), on: n(3), initial: n(4) !== 0, id: n(5), group });
        break;
      case 'textentry':
        parts.push({
          ...at,
          kind: 'entry',
          width: n(2),
          height: n(3),
          hue: n(4),
          id: n(5),
          text: line(6),
          limit: 0,
        });
        break;
      case 'textentrylimited':
        parts.push({
          ...at,
          kind: 'entry',
          width: n(2),
          height: n(3),
          hue: n(4),
          id: n(5),
          text: line(6),
          limit: n(7),
        });
        break;
      default:
    }
  }
  const sized = parts.map((part) => ({
    right: part.x + ('width' in part ? part.width : 44),
    bottom: part.y + ('height' in part ? part.height : 24),
  }));
  return {
    parts,
    mayClose,
    mayMove,
    width: Math.max(60, ...sized.map(({ right }) => right)),
    height: Math.max(40, ...sized.map(({ bottom }) => bottom)),
  };
}

function hueOf(args: readonly string[]): number {
  const hue = args.find((arg) => /^hue=\d+$/i.test(arg));
  return hue === undefined ? 0 : Number(hue.slice('hue='.length));
}
