import type { Fact } from '../language/fact.ts';
import { evidenceFacts } from './households/facts.ts';
import { projectFacts } from './projects/facts.ts';
import { declaredFacts, evaluationFacts } from './villages/facts.ts';

/** Every fact. */
export const facts: readonly Fact[] = [...declaredFacts, ...evidenceFacts, ...evaluationFacts, ...projectFacts];
