import type { Run } from '../../page/page.ts';
import type { Paint } from '../../page/tones.ts';
import type { Lang } from '../../vocabulary/text.ts';

/** What is drawn with on a terminal. */
export interface Pen {
  readonly width: number;
  readonly lang: Lang;
  readonly paint: Paint;
  readonly inline: (runs: readonly Run[]) => string;
}
