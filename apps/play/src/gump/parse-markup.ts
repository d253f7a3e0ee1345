/** A run of words with its looks. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underlined: boolean;
  readonly size: 'small' | 'medium' | 'big';
  readonly centred: boolean;
  /** `#rrggbb`, or null for the page's own. */
  readonly colour: string | null;
}

const PLAIN: Run = {
  text: '',
  bold: false,
  italic: false,
  underlined: false,
  size: 'medium',
  centred: false,
  colour: null,
};
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/**
 * Reads the few tags that texts of gumps may have: b, i, u, big, small, center, basefont color, br, p. Every other tag is left
 * out, and its words stay. It makes runs of words and never markup of the page.
 */
export function parseMarkup(text: string): Run[] {
  const runs: Run[] = [];
  const stack: { readonly tag: string; readonly style: Run }[] = [];
  let style = PLAIN;
  const add = (words: string): void => {
    if (words !== '') runs.push({ ...style, text: words });
  };
  let at = 0;
  for (const match of text.matchAll(/<(\/?)([a-z]+)([^<>]*)>/gi)) {
    add(decoded(text.slice(at, match.index)));
    at = match.index + match[0].length;
    const tag = match[2]!.toLowerCase();
    if (tag === 'br' || tag === 'p' || (tag === 'div' && match[1] === '/')) add('\n');
    else if (match[1] === '/') {
      const open = stack.findLastIndex((each) => each.tag === tag);
      if (open >= 0) style = stack.splice(open)[0]!.style;
    } else {
      stack.push({ tag, style });
      style = styled(style, tag, match[3]!);
    }
  }
  add(decoded(text.slice(at)));
  return runs;
}

function styled(style: Run, tag: string, attributes: string): Run {
  switch (tag) {
    case 'b':
      return { ...style, bold: true };
    case 'i':
      return { ...style, italic: true };
    case 'u':
      return { ...style, underlined: true };
    case 'big':
      return { ...style, size: 'big' };
    case 'small':
      return { ...style, size: 'small' };
    case 'center':
      return { ...style, centred: true };
    case 'basefont': {
      const colour = /color\s*=\s*["']?(#[0-9a-f]{6})\b/i.exec(attributes)?.[1];
      return colour === undefined ? style : { ...style, colour };
    }
    default:
      return style;
  }
}

function decoded(text: string): string {
  return text.replace(/&([a-z]+);/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole);
}
