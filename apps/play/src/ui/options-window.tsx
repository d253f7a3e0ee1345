import type { Resolution } from '../scene/resolution.ts';
import { KeyOptions } from './key-options.tsx';
import { options, setOption } from './options.ts';

/** Size, sound and manners of the interface; kept in the browser. */
export function OptionsWindow() {
  const { alwaysRun, highContrast, minimap, resolution, showNames, showRate, textSize, volume } =
    options.value;
  return (
    <div class="options">
      <label>
        Size of text: {Math.round(textSize * 100)} %
        <input
          type="range"
          min={0.8}
          max={2}
          step={0.1}
          value={textSize}
          onInput={({ currentTarget }) => setOption('textSize', Number(currentTarget.value))}
        />
      </label>
      <label>
        Sound
        <input
          type="range"
          min={0}
          max={1}
          step={0.05}
          value={volume}
          onInput={({ currentTarget }) => setOption('volume', Number(currentTarget.value))}
        />
      </label>
      <Check
        name="Always run (Shift walks)"
        value={alwaysRun}
        onChange={(value) => setOption('alwaysRun', value)}
      />
      <Check name="Small map" value={minimap} onChange={(value) => setOption('minimap', value)} />
      <Check name="Names over heads" value={showNames} onChange={(value) => setOption('showNames', value)} />
      <Check
        name="More contrast"
        value={highContrast}
        onChange={(value) => setOption('highContrast', value)}
      />
      <label>
        Pixels
        <select
          value={resolution}
          onChange={({ currentTarget }) => setOption('resolution', currentTarget.value as Resolution)}
        >
          <option value="auto">as this device can</option>
          <option value="full">all</option>
          <option value="half">half, for slow devices</option>
        </select>
      </label>
      <Check name="Frames and latency" value={showRate} onChange={(value) => setOption('showRate', value)} />
      <KeyOptions />
    </div>
  );
}

function Check({
  name,
  onChange,
  value,
}: {
  name: string;
  value: boolean;
  onChange: (value: boolean) => void;
}) {
  return (
    <label>
      <input
        type="checkbox"
        checked={value}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {name}
    </label>
  );
}
