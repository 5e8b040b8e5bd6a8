import type { Fact } from '../fact.ts';
import { declaredFacts } from './declared.ts';
import { evaluationFacts } from './evaluation.ts';
import { evidenceFacts } from './evidence.ts';
import { projectFacts } from './project.ts';

/** Every fact. */
export const facts: readonly Fact[] = [...declaredFacts, ...evidenceFacts, ...evaluationFacts, ...projectFacts];
