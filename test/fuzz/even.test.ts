import { tryCases } from './cases.ts';

tryCases('even');
