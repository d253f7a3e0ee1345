import type { Client } from '../client.ts';
import type { Pointer } from '../input/pointer.ts';
import type { WorldFiles } from '../land/world-files.ts';
import type { ArtBook } from '../scene/art-book.ts';
import type { WorldView } from '../scene/world-view.ts';
import { CharacterScreen } from './character-screen.tsx';
import { Hud } from './hud.tsx';
import { LoginScreen } from './login-screen.tsx';

/** What every part of the interface may use. */
export interface Stage {
  readonly client: Client;
  readonly files: WorldFiles;
  readonly art: ArtBook;
  readonly view: WorldView;
  readonly pointer: Pointer;
  readonly now: () => number;
}

export function App(stage: Stage) {
  const { client } = stage;
  switch (client.phase.value) {
    case 'connecting':
      return <Notice text="Looking for the shard…" />;
    case 'ended':
      return <Ended client={client} />;
    case 'login':
      return <LoginScreen client={client} />;
    case 'characters':
      return <CharacterScreen {...stage} />;
    case 'world':
      return <Hud {...stage} />;
    case 'lost':
      return (
        <>
          <Hud {...stage} />
          <Notice text="The link is lost. Coming back…" />
        </>
      );
    default:
      return null;
  }
}

function Notice({ text }: { text: string }) {
  return (
    <div class="notice" role="status">
      {text}
    </div>
  );
}

function Ended({ client }: { client: Client }) {
  return (
    <main class="gate">
      <section class="card" role="alert">
        <h1>{client.shardName}</h1>
        <p>{client.refusal.value?.text ?? 'The shard has ended the session.'}</p>
        <button type="button" onClick={() => client.logout()}>
          Log in again
        </button>
      </section>
    </main>
  );
}
