import type { HueTable } from '@gommog/uo/web';
import { useEffect, useRef } from 'preact/hooks';
import type { ArtBook, Picture } from '../scene/art-book.ts';

interface Props {
  readonly art: ArtBook;
  readonly hues: HueTable;
  readonly picture: Picture | null;
  /** As quads take it: negative for grey pixels alone. */
  readonly hue?: number;
  readonly mirrored?: boolean;
  readonly class?: string;
  readonly scale?: number;
  /** Keep the empty margin to the left and above that its picture was drawn with: what lies on each other has to fit. */
  readonly placed?: boolean;
}

/** A picture of the atlas among the elements of the page, coloured with its hue. It is decoration: names are told otherwise. */
export function Sprite({
  art,
  class: className,
  hue = 0,
  hues,
  mirrored = false,
  picture,
  placed = false,
  scale = 1,
}: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const page = picture === null ? undefined : art.pages[picture.page];
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (picture === null || page === undefined || context === null || context === undefined) return;
    const { height, width, x, y } = picture;
    context.clearRect(0, 0, width, height);
    context.drawImage(page, x, y, width, height, 0, 0, width, height);
    if (hue !== 0) dye(context, picture, hues, hue);
  }, [picture, page, hue, hues]);
  if (picture === null) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas without tabindex takes no focus
    <canvas
      ref={canvas}
      class={className}
      width={picture.width}
      height={picture.height}
      style={{
        width: `${picture.width * scale}px`,
        height: `${picture.height * scale}px`,
        transform: mirrored ? 'scaleX(-1)' : 'none',
        margin: placed ? `${picture.down * scale}px 0 0 ${picture.right * scale}px` : '0',
      }}
      aria-hidden="true"
    />
  );
}

function dye(
  context: CanvasRenderingContext2D,
  { height, width }: Picture,
  { hues }: HueTable,
  hue: number,
): void {
  const ramp = hues[Math.abs(hue) - 1]?.colours;
  if (ramp === undefined) return;
  const image = context.getImageData(0, 0, width, height);
  const { data } = image;
  for (let i = 0; i < data.length; i += 4) {
    const red = data[i]!;
    if (data[i + 3] === 0 || (hue < 0 && (red !== data[i + 1] || red !== data[i + 2]))) continue;
    const colour = ramp[Math.round((red * 31) / 255)] ?? 0;
    data[i] = (((colour >> 10) & 31) * 255) / 31;
    data[i + 1] = (((colour >> 5) & 31) * 255) / 31;
    data[i + 2] = ((colour & 31) * 255) / 31;
  }
  context.putImageData(image, 0, 0);
}
