import type { Estimator } from '../estimator.ts';
import { amount } from './amount.ts';
import { growth } from './growth.ts';
import { mean } from './mean.ts';
import { ratio } from './ratio.ts';

/** Every shape that a number can have. */
export const estimators = { ratio, amount, growth, mean } as const satisfies Readonly<Record<string, Estimator>>;
export type Shape = keyof typeof estimators;

/** How a number of this shape is treated. */
export const estimatorOf = ({ shape }: { readonly shape: Shape }): Estimator => estimators[shape];
