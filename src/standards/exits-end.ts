import type { IsoDate } from '../vocabulary/period.ts';

/**
 * The last day of the years of exit: 关于建立贫困退出机制的意见 (厅字〔2016〕16号), 指导思想: "在2020年以前有序退出". What follows are the years of
 * 巩固拓展脱贫攻坚成果 (中发〔2020〕30号), for which there is no verdict on poverty.
 */
export const EXITS_END = '2020-12-31' as IsoDate;
