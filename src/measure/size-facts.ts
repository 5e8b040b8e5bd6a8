/** What decides whose word is taken: how many registered households the village declares, and how many its household rows hold. */
export const WHO_SPEAKS = ['declared.rows', 'evidence.rows', 'declared.registered_poor_households', 'evidence.registered_poor_households'];

/** What says how many persons the households have that are not in the rows. */
export const ABSENT_PERSONS = ['declared.registered_poor_persons', 'evidence.registered_poor_persons'];
