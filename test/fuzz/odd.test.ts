import { tryCases } from './cases.ts';

tryCases('odd');
