import type { Engine } from '../engine.ts';
import { readHouseholds } from './households.ts';
import { surveyPlaces } from './survey-places.ts';

/** Adds up files in this process, one row at a time. */
export const files: Engine = { id: 'files', survey: surveyPlaces, read: readHouseholds };
