import { useState } from 'preact/hooks';
import type { Stage } from './app.tsx';

interface Props extends Stage {
  readonly slot: number;
  /** Null when there is nowhere to go back to. */
  readonly onBack: (() => void) | null;
}

/** Beginnings to choose from: attributes and skills that fit each other. Skill numbers are the classic ones. */
const callings = [
  {
    name: 'Warrior',
    stats: [45, 25, 20],
    skills: [
      [40, 50],
      [27, 30],
      [17, 30],
    ],
  },
  {
    name: 'Ranger',
    stats: [30, 40, 20],
    skills: [
      [31, 50],
      [38, 30],
      [35, 30],
    ],
  },
  {
    name: 'Mage',
    stats: [20, 20, 50],
    skills: [
      [25, 50],
      [16, 30],
      [46, 30],
    ],
  },
  {
    name: 'Smith',
    stats: [50, 20, 20],
    skills: [
      [7, 50],
      [45, 30],
      [37, 20],
    ],
  },
  {
    name: 'Bard',
    stats: [25, 35, 30],
    skills: [
      [29, 50],
      [15, 30],
      [22, 20],
    ],
  },
] as const;

/** First hue of a list of ranges, then the others, a few from each: enough to choose from. */
function samples(
  ranges: readonly { readonly first: number; readonly last: number }[],
  count: number,
): number[] {
  const all = ranges.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i),
  );
  const step = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, i) => i % step === 0).slice(0, count);
}

/** Makes a character: who it is, how it looks, what it can, where it begins. */
export function NewCharacter({ client, files, onBack, slot }: Props) {
  const { creation, hues, tileData } = files;
  const cities = client.characters.value?.cities ?? [];
  const [name, setName] = useState('');
  const [look, setLook] = useState(0);
  const [calling, setCalling] = useState(0);
  const [city, setCity] = useState(0);
  const looks = creation.looks[look]!;
  const [skin, setSkin] = useState(0);
  const [hair, setHair] = useState(1);
  const [hairHue, setHairHue] = useState(0);
  const [cloth, setCloth] = useState(4);
  const skins = samples(looks.skinHues, 8);
  const hairHues = samples(looks.hairHues, 8);
  const cloths = samples(creation.clothHues, 12);
  const submit = (event: Event): void => {
    event.preventDefault();
    const { skills, stats } = callings[calling]!;
    client.createCharacter({
      slot,
      name: name.trim(),
      race: looks.race,
      female: looks.female,
      city,
      strength: stats[0],
      dexterity: stats[1],
      intelligence: stats[2],
      skills: skills.map(([skill, points]) => ({ skill, points })),
      skinHue: skins[skin] ?? 0,
      hair: hair === 0 ? 0 : (looks.hair[hair - 1] ?? 0),
      hairHue: hairHues[hairHue] ?? 0,
      beard: 0,
      beardHue: 0,
      shirtHue: cloths[cloth] ?? 0,
      pantsHue: cloths[(cloth + 5) % cloths.length] ?? 0,
    });
  };
  const refusal = client.refusal.value;
  return (
    <main class="gate">
      <form class="card wide" onSubmit={submit}>
        <h1>A new character</h1>
        <label>
          Name
          <input
            name="character"
            required
            minLength={2}
            maxLength={16}
            autocomplete="off"
            value={name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <label>
          Body
          <select value={look} onChange={({ currentTarget }) => setLook(Number(currentTarget.value))}>
            {creation.looks.map(({ female, race }, i) => (
              <option key={`${race}/${female}`} value={i}>
                {['Human', 'Elf', 'Gargoyle'][race] ?? 'Other'} {female === 1 ? 'woman' : 'man'}
              </option>
            ))}
          </select>
        </label>
        <Colours label="Skin" all={skins} chosen={skin} onChoose={setSkin} hues={hues} />
        <label>
          Hair
          <select value={hair} onChange={({ currentTarget }) => setHair(Number(currentTarget.value))}>
            <option value={0}>none</option>
            {looks.hair.map((graphic, i) => (
              <option key={graphic} value={i + 1}>
                {tileData.itemName(graphic) || `style ${i + 1}`}
              </option>
            ))}
          </select>
        </label>
        <Colours label="Hair colour" all={hairHues} chosen={hairHue} onChoose={setHairHue} hues={hues} />
        <Colours label="Clothes" all={cloths} chosen={cloth} onChoose={setCloth} hues={hues} />
        <label>
          Calling
          <select value={calling} onChange={({ currentTarget }) => setCalling(Number(currentTarget.value))}>
            {callings.map((each, i) => (
              <option key={each.name} value={i}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          Begin at
          <select value={city} onChange={({ currentTarget }) => setCity(Number(currentTarget.value))}>
            {cities.map((each, i) => (
              <option key={`${each.name}/${each.building}`} value={i}>
                {each.name}, {each.building}
              </option>
            ))}
          </select>
        </label>
        {refusal !== null && (
          <p class="refusal" role="alert">
            {refusal.text}
          </p>
        )}
        <button type="submit" class="main">
          Enter the world
        </button>
        {onBack !== null && (
          <button type="button" class="link" onClick={onBack}>
            Back
          </button>
        )}
      </form>
    </main>
  );
}

interface ColoursProps {
  readonly label: string;
  readonly all: readonly number[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly hues: Props['files']['hues'];
}

function Colours({ all, chosen, hues, label, onChoose }: ColoursProps) {
  return (
    <fieldset class="colours">
      <legend>{label}</legend>
      {all.map((hue, i) => {
        const colour = hues.hues[hue - 1]?.colours[22] ?? 0;
        const [red, green, blue] = [(colour >> 10) & 31, (colour >> 5) & 31, colour & 31].map((p) => p * 8);
        return (
          <label key={hue} style={{ background: `rgb(${red} ${green} ${blue})` }}>
            <input
              type="radio"
              name={label}
              aria-label={`${label} ${i + 1}`}
              checked={i === chosen}
              onChange={() => onChoose(i)}
            />
          </label>
        );
      })}
    </fieldset>
  );
}
