import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Layer } from '../rules/things/item.ts';
import { behaviours } from '../rules/things/use/behaviours.ts';
import { type ItemTemplate, isHueOf, loadContent, nameProblem, races } from './index.ts';

const content = loadContent({ behaviours: new Set(Object.keys(behaviours)) });
const templates = [...content.items.all()];

function template(id: string): ItemTemplate {
  const found = content.items.byId(id);
  assert.ok(found, `no template ${id}`);
  return found;
}

test('there are enough everyday things, doors aside', () => {
  assert.ok(templates.filter(({ tags }) => !tags.includes('door')).length >= 450);
});

test('every template is found by its id, its number and its graphic', () => {
  for (const each of templates) {
    assert.equal(content.items.byId(each.id), each);
    assert.equal(content.items.byNumber(each.number), each);
    assert.notEqual(content.items.byGraphic(each.graphic), undefined);
  }
  assert.equal(content.items.byNumber(0), undefined);
  assert.equal(content.items.byGraphic(0x0a0f)?.id, 'candle', 'also when it is lit');
  assert.equal(content.items.byGraphic(0x06a6)?.id, 'door-dark-wood-west-cw', 'also when it is open');
  assert.equal(content.items.byGraphic(0x0e7c)?.id, 'chest-metal', 'of several, the first');
});

test('numbers of templates that saves rely on do not move', () => {
  const numbers = { backpack: 1, 'bank-box': 30, 'shirt-plain': 34, dagger: 163 };
  const now = Object.fromEntries(Object.keys(numbers).map((id) => [id, template(id).number]));
  assert.deepEqual(now, numbers);
});

test('content is frozen', () => {
  const dagger = template('dagger') as { weight: number };
  assert.throws(() => {
    dagger.weight = 0;
  }, TypeError);
  assert.ok(Object.isFrozen(content.creation.kits.everyone));
});

// Facts of the classic game: graphic, stones of one, layer.
const facts: readonly [id: string, graphic: number, weight: number, layer?: keyof typeof Layer][] = [
  ['backpack', 0x0e75, 3, 'backpack'],
  ['gold-coin', 0x0eed, 0.02],
  ['dagger', 0x0f52, 1, 'oneHanded'],
  ['halberd', 0x143e, 16, 'twoHanded'],
  ['bow', 0x13b2, 6, 'twoHanded'],
  ['buckler', 0x1b73, 5, 'twoHanded'],
  ['plate-breastplate', 0x1415, 10, 'innerTorso'],
  ['plate-leggings', 0x1411, 7, 'pants'],
  ['leather-gloves', 0x13c6, 1, 'gloves'],
  ['chainmail-coif', 0x13bb, 1, 'helmet'],
  ['shirt-plain', 0x1517, 1, 'shirt'],
  ['pants-long', 0x1539, 2, 'pants'],
  ['skirt', 0x1516, 4, 'outerLegs'],
  ['shoes', 0x170f, 2, 'shoes'],
  ['cloak', 0x1515, 5, 'cloak'],
  ['robe', 0x1f03, 3, 'outerTorso'],
  ['apron-half', 0x153b, 2, 'waist'],
  ['ring-gold', 0x108a, 0.1, 'ring'],
  ['bread-loaf', 0x103b, 1],
  ['log', 0x1bdd, 2],
  ['iron-ingot', 0x1bf2, 0.1],
  ['bolt-of-cloth', 0x0f95, 5],
  ['arrow', 0x0f3f, 0.1],
  ['black-pearl', 0x0f7a, 0.1],
  ['potion-heal', 0x0f0c, 1],
  ['candle', 0x0a28, 1, 'twoHanded'],
  ['scissors', 0x0f9f, 1],
];

test('graphics, weights and layers are those of the classic game', () => {
  for (const [id, graphic, weight, layer] of facts) {
    const { graphic: g, weight: w, layer: l } = template(id);
    assert.deepEqual([id, g, w, l], [id, graphic, weight, layer === undefined ? undefined : Layer[layer]]);
  }
});

test('what is worn has a layer', () => {
  for (const { id, tags, layer } of templates) {
    if (['clothing', 'armour', 'shield', 'weapon'].some((tag) => tags.includes(tag))) assert.ok(layer, id);
  }
});

test('stacks: what is counted in stacks is, what is worn or holds things is not', () => {
  for (const id of [
    'gold-coin',
    'arrow',
    'garlic',
    'iron-ingot',
    'bread-loaf',
    'clean-bandage',
    'potion-cure',
  ]) {
    assert.equal(template(id).stackable, true, id);
  }
  for (const { id, stackable, name, layer, container, maxAmount } of templates) {
    if (!stackable) continue;
    assert.ok(name.many, id);
    assert.ok(layer === undefined && container === undefined, id);
    assert.equal(maxAmount, 60_000, id);
  }
});

test('the backpack is the window that clients know', () => {
  assert.deepEqual(template('backpack').container, {
    gump: 0x3c,
    x: 44,
    y: 65,
    width: 142,
    height: 94,
    maxItems: 125,
    maxWeight: 400,
  });
});

test('articles', () => {
  const articles = ['dagger', 'apple', 'boots'].map((id) => template(id).name.article);
  assert.deepEqual(articles, ['a', 'an', 'a pair of']);
});

test('a closed door has an even step from the first of its family, and opens to the next graphic', () => {
  const doors = templates.filter(({ door }) => door !== undefined);
  assert.equal(doors.length, 96);
  for (const { id, graphic, door, movable, use } of doors) {
    assert.equal(door?.openGraphic, graphic + 1, id);
    assert.deepEqual([movable, use], [false, 'door'], id);
  }
  assert.deepEqual(template('door-metal-west-cw').door, { openGraphic: 0x676, offsetX: -1, offsetY: 1 });
});

test('skills, bodies and races', () => {
  assert.deepEqual(
    [content.skills[0]?.id, content.skills[25]?.id, content.skills[57]?.id],
    ['alchemy', 'magery', 'throwing'],
  );
  assert.deepEqual(races, ['human', 'elf', 'gargoyle']);
  assert.deepEqual(content.bodies.human.female, { alive: 0x191, ghost: 0x193 });
  assert.equal(content.speechKeywords['bank']?.number, 2);
  const numbers = Object.values(content.speechKeywords).map(({ number }) => number);
  assert.equal(new Set(numbers).size, numbers.length);
});

test('everybody starts with something on the body and in the pack that it can carry', () => {
  const { kits } = content.creation;
  assert.ok(kits.everyone.some(({ template: id, amount }) => id === 'gold-coin' && amount === 100));
  for (const race of races) {
    for (const clothes of [kits.clothes[race].male, kits.clothes[race].female]) {
      const layers = clothes.map(({ template: id }) => template(id).layer);
      assert.ok(layers.length > 0 && layers.every((layer) => layer !== undefined));
      assert.equal(new Set(layers).size, layers.length);
    }
  }
  for (const kit of [kits.everyone, ...Object.values(kits.skills)]) {
    for (const { template: id, amount } of kit) assert.ok(amount === 1 || template(id).stackable, id);
  }
});

test('hues', () => {
  const { human, elf } = content.creation.looks;
  assert.deepEqual(
    [1001, 1002, 1058, 1059].map((hue) => isHueOf(human.skinHues, hue)),
    [false, true, true, false],
  );
  assert.deepEqual(
    [590, 592].map((hue) => isHueOf(elf.skinHues, hue)),
    [true, false],
  );
});

test('names', () => {
  const { names } = content.creation;
  const verdicts: Record<string, string | null> = {
    Al: null,
    "O'Brien": null,
    'Mary Ann Lee': null,
    A: 'too-short',
    Abcdefghijklmnopq: 'too-long',
    Bo2: 'bad-letters',
    ' Bo': 'bad-letters',
    'Bo-': 'bad-letters',
    'Bo  Bo': 'bad-letters',
    'A b c d': 'bad-letters',
    Zoë: 'bad-letters',
    Seer: 'reserved',
    'GM Bo': 'reserved',
    Seers: null,
  };
  for (const [name, verdict] of Object.entries(verdicts))
    assert.equal(nameProblem(names, name), verdict, name);
});
