import type { Gump } from '@gommog/uo/web';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type GumpPart, parseLayout } from '../gump/parse-layout.ts';
import { parseMarkup } from '../gump/parse-markup.ts';
import type { Stage } from './app.tsx';
import { colourOfWords } from './hue-colour.ts';
import { options } from './options.ts';
import { Sprite } from './sprite.tsx';
import { takeFocus } from './take-focus.ts';

interface Props {
  readonly stage: Stage;
  readonly gump: Gump;
}

/** A window that the shard describes: every part at its place, and the answer when a button is pressed. */
export function GumpWindow({ gump, stage }: Props) {
  const { windows } = stage.client;
  const layout = useMemo(
    () =>
      parseLayout(
        gump.layout,
        gump.lines.map(({ text }) => text),
      ),
    [gump],
  );
  const [page, setPage] = useState(1);
  const [on, setOn] = useState<ReadonlySet<number>>(
    () => new Set(layout.parts.flatMap((part) => (part.kind === 'switch' && part.initial ? [part.id] : []))),
  );
  const entries = useRef(
    new Map(layout.parts.flatMap((part) => (part.kind === 'entry' ? [[part.id, part.text] as const] : []))),
  );
  const scale = scaleFor(layout.width, layout.height);
  // Within the page, wherever the shard wants it.
  const [at, setAt] = useState({
    x: Math.max(0, Math.min(gump.x, innerWidth - layout.width * scale)),
    y: Math.max(0, Math.min(gump.y, innerHeight - layout.height * scale)),
  });
  const frame = useRef<HTMLElement>(null);
  useEffect(() => takeFocus(frame.current!), []);
  const grip = useRef<{ x: number; y: number } | null>(null);
  const answer = (button: number): void =>
    windows.answer(gump, {
      button,
      switches: [...on],
      entries: [...entries.current].map(([id, text]) => ({ id, text })),
    });
  const flip = (part: GumpPart & { kind: 'switch' }): void => {
    const next = new Set(on);
    if (part.group === null) {
      if (!next.delete(part.id)) next.add(part.id);
    } else {
      for (const other of layout.parts)
        if (other.kind === 'switch' && other.group === part.group) next.delete(other.id);
      next.add(part.id);
    }
    setOn(next);
  };
  return (
    <section
      ref={frame}
      tabIndex={-1}
      class="gump"
      role="dialog"
      aria-label="Window of the shard"
      style={{
        left: `${at.x}px`,
        top: `${at.y}px`,
        // Its parts stand at places of their own: all of it grows with the text, as far as there is room.
        transform: `scale(${scale})`,
        width: `${layout.width}px`,
        height: `${layout.height}px`,
      }}
      onPointerDown={(event) => {
        windows.front(`gump:${gump.serial}:${gump.kind}`);
        if (!layout.mayMove || (event.target as HTMLElement).closest('button, input, .markup') !== null)
          return;
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX - at.x, y: event.clientY - at.y };
      }}
      onPointerMove={(event) => {
        if (grip.current !== null)
          setAt({ x: event.clientX - grip.current.x, y: event.clientY - grip.current.y });
      }}
      onPointerUp={() => {
        grip.current = null;
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        if (layout.mayClose) answer(0);
      }}
    >
      {layout.parts.map((part, i) =>
        part.page !== 0 && part.page !== page ? null : (
          <Part
            key={i}
            stage={stage}
            part={part}
            isOn={part.kind === 'switch' && on.has(part.id)}
            onPress={(pressed) => (pressed.answers ? answer(pressed.id) : setPage(pressed.to))}
            onFlip={flip}
            onType={(id, text) => entries.current.set(id, text)}
          />
        ),
      )}
      {layout.mayClose && (
        <button type="button" class="close" aria-label="Close" onClick={() => answer(0)}>
          ×
        </button>
      )}
    </section>
  );
}

/** How much a window of the shard is enlarged: as the text is, but no larger than the page. */
function scaleFor(width: number, height: number): number {
  return Math.min(options.value.textSize, innerWidth / width, innerHeight / height);
}

interface PartProps {
  readonly stage: Stage;
  readonly part: GumpPart;
  readonly isOn: boolean;
  readonly onPress: (part: GumpPart & { kind: 'button' }) => void;
  readonly onFlip: (part: GumpPart & { kind: 'switch' }) => void;
  readonly onType: (id: number, text: string) => void;
}

function Part({ isOn, onFlip, onPress, onType, part, stage }: PartProps) {
  const { art, files } = stage;
  const style = { left: `${part.x}px`, top: `${part.y}px` };
  const picture = (gump: number, hue = 0) => (
    <Sprite placed art={art} hues={files.hues} picture={art.gump(gump)} hue={hue} />
  );
  switch (part.kind) {
    case 'background':
      return (
        <div
          class="part background"
          style={{ ...style, width: `${part.width}px`, height: `${part.height}px` }}
        />
      );
    case 'shade':
      return (
        <div class="part shade" style={{ ...style, width: `${part.width}px`, height: `${part.height}px` }} />
      );
    case 'picture':
      return (
        <div class="part" style={style}>
          {picture(part.gump, part.hue)}
        </div>
      );
    case 'tile':
      return (
        <div class="part" style={style}>
          <Sprite art={art} hues={files.hues} picture={art.static(part.graphic)} hue={part.hue} />
        </div>
      );
    case 'text': {
      const size = part.width === 0 ? {} : { width: `${part.width}px`, height: `${part.height}px` };
      const colour = colourOfWords(files.hues, part.hue);
      return (
        <span
          class={`part text ${part.width === 0 ? '' : 'cropped'}`}
          style={{ ...style, ...size, color: colour ?? '' }}
        >
          {part.text}
        </span>
      );
    }
    case 'markup':
      return (
        <div
          class={`part markup ${part.hasBackground ? 'paper' : ''} ${part.scrolls ? 'scrolls' : ''}`}
          tabIndex={part.scrolls ? 0 : -1}
          style={{ ...style, width: `${part.width}px`, height: `${part.height}px` }}
        >
          {parseMarkup(part.text).map(({ bold, centred, colour, italic, size, text, underlined }, i) => (
            <span
              key={i}
              class={`${size} ${bold ? 'bold' : ''} ${italic ? 'italic' : ''} ${underlined ? 'underlined' : ''} ${centred ? 'centred' : ''}`}
              style={{ color: colour ?? '' }}
            >
              {text}
            </span>
          ))}
        </div>
      );
    case 'button':
      return (
        <button
          type="button"
          class="part button"
          style={style}
          aria-label={part.answers ? `Choice ${part.id}` : `Page ${part.to}`}
          onClick={() => onPress(part)}
        >
          {art.gump(part.up) === null ? <span class="knob">▸</span> : picture(part.up)}
        </button>
      );
    case 'switch':
      return (
        <label class="part switch" style={style}>
          <input
            type={part.group === null ? 'checkbox' : 'radio'}
            aria-label={`Choice ${part.id}`}
            checked={isOn}
            onChange={() => onFlip(part)}
          />
        </label>
      );
    case 'entry':
      return (
        <input
          class="part entry"
          aria-label={`Text ${part.id}`}
          style={{ ...style, width: `${part.width}px`, height: `${part.height}px` }}
          {...(part.limit === 0 ? {} : { maxLength: part.limit })}
          defaultValue={part.text}
          onInput={({ currentTarget }) => onType(part.id, currentTarget.value)}
        />
      );
    default:
      return part satisfies never;
  }
}
