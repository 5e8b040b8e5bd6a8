/** How much may be asked of a database. */
export interface DatabaseLimits {
  /** So many rows are fetched at most, to be explained. */
  readonly maxRefused: number;
  /** Seconds that one statement may take. */
  readonly seconds: number;
}
export const DATABASE_LIMITS: DatabaseLimits = { maxRefused: 100_000, seconds: 600 };
