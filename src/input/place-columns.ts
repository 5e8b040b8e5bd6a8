import { villages } from './tables/villages.ts';

const { province, city, county, township, village, village_code } = villages.columns;

/** The columns that name a place, the same in every table. */
export const placeColumns = { province, city, county, township, village, village_code } as const;
