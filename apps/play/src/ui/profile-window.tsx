import { encodeProfileChange, type Profile } from '@gommog/uo/web';
import { useState } from 'preact/hooks';
import type { Stage } from './app.tsx';

const MOST_LETTERS = 511;

/** What somebody says of itself; one's own can be written. */
export function ProfileWindow({ profile, stage }: { stage: Stage; profile: Profile }) {
  const [text, setText] = useState(profile.text);
  const isOwn = profile.serial === stage.client.world.self;
  return (
    <div class="profile">
      {profile.title !== '' && <p>{profile.title}</p>}
      {isOwn ? (
        <>
          <textarea
            aria-label="Your profile"
            maxLength={MOST_LETTERS}
            rows={8}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
          <button type="button" onClick={() => stage.client.send(encodeProfileChange, { text })}>
            Keep
          </button>
        </>
      ) : (
        <p class="prose">{profile.text}</p>
      )}
    </div>
  );
}
