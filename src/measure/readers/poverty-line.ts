import { reader } from '../reader.ts';
import type { Reader } from '../reader.ts';
import type { VillageView } from '../village-view.ts';

/** The poverty line that the households were compared with, in fen, or why there is none. */
export const povertyLine: Reader<VillageView['line']> = reader({ uses: [] }, ({ line }) => line);
