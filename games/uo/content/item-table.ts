/** A kind of thing, as the shard's content describes it. Frozen. */
export interface ItemTemplate {
  readonly id: string;
  /** Its number in components and saves: 1 to 65,535, never given to another template. */
  readonly number: number;
  readonly name: {
    readonly one: string;
    readonly many?: string | undefined;
    /** What stands before one; empty for none. */
    readonly article: string;
  };
  readonly graphic: number;
  /** The same thing turned. */
  readonly flip: readonly number[];
  readonly hue?: number | undefined;
  /** Stones, of one. */
  readonly weight: number;
  /** What a shop asks for one, in gold; 0: shops do not have it. */
  readonly value: number;
  /** Where it is worn or held (`Layer`). */
  readonly layer?: number | undefined;
  readonly stackable: boolean;
  readonly maxAmount: number;
  readonly movable: boolean;
  readonly decay: boolean;
  readonly container?: ContainerShape | undefined;
  readonly light?: LightShape | undefined;
  readonly door?: DoorShape | undefined;
  /** Name of what happens when somebody uses it, and what that has to know. */
  readonly use?: string | undefined;
  readonly params: Readonly<Record<string, unknown>>;
  readonly tags: readonly string[];
}

/** The window of a container, where in it things lie (pixels), and how much it holds (things, stones). */
export interface ContainerShape {
  readonly gump: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maxItems: number;
  readonly maxWeight: number;
}

export interface LightShape {
  /** Number of its shape in the client's light file. */
  readonly id: number;
  readonly litGraphic: number;
  readonly unlitGraphic: number;
}

/** What opening a door changes: its graphic and its place (tiles). Closed, it has the template's graphic. */
export interface DoorShape {
  readonly openGraphic: number;
  readonly offsetX: number;
  readonly offsetY: number;
}

/** All item templates by id, by number and by graphic. */
export class ItemTable {
  readonly #byId = new Map<string, ItemTemplate>();
  readonly #byNumber: (ItemTemplate | undefined)[] = [];
  readonly #byGraphic = new Map<number, ItemTemplate>();

  /** Of templates that share a graphic, the one with the lowest number is found by it. */
  constructor(templates: readonly ItemTemplate[]) {
    const ordered = templates.toSorted((a, b) => a.number - b.number);
    for (const template of ordered) {
      this.#byId.set(template.id, template);
      this.#byNumber[template.number] = template;
      if (!this.#byGraphic.has(template.graphic)) this.#byGraphic.set(template.graphic, template);
    }
    for (const template of ordered) {
      for (const graphic of otherGraphics(template)) {
        if (!this.#byGraphic.has(graphic)) this.#byGraphic.set(graphic, template);
      }
    }
  }

  get size(): number {
    return this.#byId.size;
  }

  byId(id: string): ItemTemplate | undefined {
    return this.#byId.get(id);
  }

  byNumber(number: number): ItemTemplate | undefined {
    return this.#byNumber[number];
  }

  /** The template that best fits a graphic, also one that it has when it is turned, lit or open. */
  byGraphic(graphic: number): ItemTemplate | undefined {
    return this.#byGraphic.get(graphic);
  }

  /** All of them, by number. */
  all(): IterableIterator<ItemTemplate> {
    return this.#byId.values();
  }
}

function otherGraphics({ flip, light, door }: ItemTemplate): number[] {
  const lights = light === undefined ? [] : [light.litGraphic, light.unlitGraphic];
  return [...flip, ...lights, ...(door === undefined ? [] : [door.openGraphic])];
}
