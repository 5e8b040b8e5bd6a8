import type { Fact } from '../fact.ts';
import { evidenceFacts } from './evidence.ts';
import { projectFacts } from './project.ts';
import { declaredFacts, evaluationFacts } from './village.ts';

/** Every fact. */
export const facts: readonly Fact[] = [...declaredFacts, ...evidenceFacts, ...evaluationFacts, ...projectFacts];
