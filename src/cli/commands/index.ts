import type { AddCommand } from '../command.ts';
import { addAssess } from './assess.ts';
import { addCheck } from './check.ts';
import { addExplain } from './explain.ts';
import { addList } from './list.ts';
import { addReport } from './report.ts';
import { addStandards } from './standards.ts';
import { addTemplate } from './template.ts';
import { addTrend } from './trend.ts';
import { addVerify } from './verify.ts';

/** Every command, in the order of the help page. */
export const commands: readonly AddCommand[] = [
  addReport,
  addCheck,
  addAssess,
  addList,
  addTrend,
  addVerify,
  addExplain,
  addStandards,
  addTemplate,
];
