import { encodeDropRequest } from '@gommog/uo/web';
import type { Stage } from './app.tsx';
import { ItemButton } from './item-button.tsx';

const ANYWHERE = 0xffff;

interface Props {
  readonly stage: Stage;
  readonly serial: number;
  /** Nothing can be put into it: it is another's. */
  readonly isClosed?: boolean;
}

/** What is in a container, in a grid: nothing hides behind anything. */
export function ContainerWindow({ isClosed = false, serial, stage }: Props) {
  const { client } = stage;
  client.changes.value;
  client.windows.propertiesVersion.value;
  const container = client.world.containers.get(serial);
  const items = [...(container?.items.values() ?? [])];
  const drop = (onto: number): void => {
    const { held } = client.world;
    if (held === null || isClosed) return;
    client.send(encodeDropRequest, { serial: held.serial, onto, x: ANYWHERE, y: ANYWHERE, z: 0, grid: 0 });
  };
  return (
    <div class="container" onPointerUp={() => drop(serial)}>
      {items.map((item) => (
        <div
          key={item.serial}
          class="cell"
          onPointerUp={(event) => {
            if (client.world.held === null) return;
            event.stopPropagation();
            drop(item.serial);
          }}
        >
          <ItemButton stage={stage} {...item} />
        </div>
      ))}
      {items.length === 0 && <p class="empty">Empty</p>}
      {client.world.held !== null && !isClosed && (
        <button type="button" class="link" onClick={() => drop(serial)}>
          Put it in here
        </button>
      )}
    </div>
  );
}
