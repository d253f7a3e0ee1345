import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Window } from '../model/windows.ts';
import type { Stage } from './app.tsx';
import { BookWindow } from './book-window.tsx';
import { ContainerWindow } from './container-window.tsx';
import { GumpWindow } from './gump-window.tsx';
import { HelpWindow } from './help-window.tsx';
import { JournalWindow } from './journal-window.tsx';
import { MapWindow } from './map-window.tsx';
import { NearbyWindow } from './nearby-window.tsx';
import { OptionsWindow } from './options-window.tsx';
import { PaperdollWindow } from './paperdoll-window.tsx';
import { ProfileWindow } from './profile-window.tsx';
import { SkillsWindow } from './skills-window.tsx';
import { StaffWindow } from './staff-window.tsx';
import { StatusWindow } from './status-window.tsx';
import { takeFocus } from './take-focus.ts';
import { nameOf } from './thing-menu.tsx';
import { TradeWindow } from './trade-window.tsx';

/** All open windows, the one in front last. */
export function WindowLayer(stage: Stage) {
  return (
    <>
      {stage.client.windows.open.value.map((window, i) => (
        <Content key={window.id} stage={stage} window={window} place={i} />
      ))}
    </>
  );
}

function Content({ place, stage, window }: { stage: Stage; window: Window; place: number }) {
  const { windows } = stage.client;
  if (window.kind === 'gump') return <GumpWindow stage={stage} gump={window.gump} />;
  const frame = (title: string, children: ComponentChildren, wide = false) => (
    <Frame
      title={title}
      place={place}
      wide={wide}
      onFront={() => windows.front(window.id)}
      onClose={() => windows.dismiss(window)}
    >
      {children}
    </Frame>
  );
  switch (window.kind) {
    case 'container':
      return frame(
        nameOf(stage, window.serial, 'Container'),
        <ContainerWindow stage={stage} serial={window.serial} />,
      );
    case 'paperdoll':
      return frame(window.text, <PaperdollWindow stage={stage} serial={window.serial} />);
    case 'book':
      return frame(window.book.title || 'Book', <BookWindow stage={stage} book={window.book} />, true);
    case 'profile':
      return frame(window.profile.name, <ProfileWindow stage={stage} profile={window.profile} />);
    case 'trade':
      return frame(`Trade with ${window.trade.name}`, <TradeWindow stage={stage} window={window} />, true);
    case 'own':
      switch (window.id) {
        case 'journal':
          return frame('Journal', <JournalWindow {...stage} />, true);
        case 'skills':
          return frame('Skills', <SkillsWindow {...stage} />);
        case 'status':
          return frame('Status', <StatusWindow {...stage} />);
        case 'options':
          return frame('Options', <OptionsWindow />);
        case 'nearby':
          return frame('Nearby', <NearbyWindow {...stage} />);
        case 'staff':
          return frame('Staff', <StaffWindow {...stage} />, true);
        case 'map':
          return frame('Map', <MapWindow {...stage} />, true);
        default:
          return frame('Help', <HelpWindow />, true);
      }
    default:
      return window satisfies never;
  }
}

interface FrameProps {
  readonly title: string;
  readonly place: number;
  readonly wide: boolean;
  readonly onFront: () => void;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** Pixels that windows are apart when they open, and where the first one does: clear of the bars. */
const CASCADE = 28;
const FIRST = { x: 60, y: 96 };

/** A window that can be moved by its title, by pointer or by the arrow keys on it. */
function Frame({ children, onClose, onFront, place, title, wide }: FrameProps) {
  const [at, setAt] = useState({ x: FIRST.x + (place % 8) * CASCADE, y: FIRST.y + (place % 8) * CASCADE });
  const grip = useRef<{ x: number; y: number } | null>(null);
  const frame = useRef<HTMLElement>(null);
  useEffect(() => takeFocus(frame.current!), []);
  const move = (dx: number, dy: number): void =>
    setAt(({ x, y }) => ({
      x: Math.min(innerWidth - 60, Math.max(-120, x + dx)),
      y: Math.min(innerHeight - 40, Math.max(0, y + dy)),
    }));
  const keys: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-16, 0],
    ArrowRight: [16, 0],
    ArrowUp: [0, -16],
    ArrowDown: [0, 16],
  };
  return (
    <section
      ref={frame}
      tabIndex={-1}
      class={`window ${wide ? 'wide' : ''}`}
      role="dialog"
      aria-label={title}
      style={{ left: `${at.x}px`, top: `${at.y}px` }}
      onPointerDown={onFront}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a handle to move the window by; nothing needs it */}
      <header
        tabIndex={0}
        onPointerDown={(event) => {
          if (event.target instanceof HTMLButtonElement) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          grip.current = { x: event.clientX, y: event.clientY };
        }}
        onPointerMove={(event) => {
          if (grip.current === null) return;
          move(event.clientX - grip.current.x, event.clientY - grip.current.y);
          grip.current = { x: event.clientX, y: event.clientY };
        }}
        onPointerUp={() => {
          grip.current = null;
        }}
        onKeyDown={(event) => {
          const step = keys[event.key];
          if (step === undefined) return;
          event.stopPropagation();
          event.preventDefault();
          move(...step);
        }}
      >
        <h2>{title}</h2>
        <button type="button" aria-label={`Close ${title}`} onClick={onClose}>
          ×
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: those without a mouse scroll it by the arrows, whatever is in it */}
      <div class="content" tabIndex={0}>
        {children}
      </div>
    </section>
  );
}
