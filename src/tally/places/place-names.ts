import { comparableName } from '../../input/cell.ts';
import type { PlacePart } from '../../vocabulary/place.ts';

/** Peoples that autonomous regions, prefectures, counties and townships are named after: 富川瑶族自治县 is 富川. */
const PEOPLES =
  '(?:(?:壮|回|蒙古|藏|苗|彝|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|俄罗斯|鄂温克|保安|裕固|京|独龙|鄂伦春|各)族|维吾尔|蒙古)*';

/**
 * What names of places end with: written in one file, left out in the next, and sometimes changed (a 乡 becomes a 镇). Each set of endings is a kind:
 * 大桥村 and 大桥行政村 are of one kind, 大桥村 and 大桥社区 of two.
 */
const ENDINGS: Readonly<Record<PlacePart, readonly RegExp[]>> = {
  province: [/省$/u, new RegExp(`${PEOPLES}自治区$`, 'u'), /特别行政区$/u, /市$/u, /province$/u],
  city: [/市$/u, new RegExp(`${PEOPLES}自治州$`, 'u'), /地区$/u, /盟$/u, /city$/u, /prefecture$/u],
  county: [new RegExp(`${PEOPLES}自治县$|县$`, 'u'), /区$/u, /市$/u, /旗$/u, /county$/u, /district$/u],
  township: [/镇(?:人民政府)?$/u, new RegExp(`${PEOPLES}乡(?:人民政府)?$`, 'u'), /街道(?:办事处)?$/u, /town(?:ship)?$/u],
  village: [/屯$|自然村$/u, /(?:行政村|村民委员会|村委会|村委|村)$/u, /(?:社区|居委会|居民委员会)+$/u, /village$/u, /community$/u],
};

/** A name without marks around it (甲村★), and a number without the zeros before it that a spreadsheet takes off (01001). */
const bareName = (name: string): string => {
  const compared = comparableName(name);
  return (
    compared
      .replace(/[^\p{L}\p{N}\p{M}()]+/gu, '')
      .replaceAll('()', '')
      .replace(/^0+(?=\d+$)/u, '') || compared
  );
};

/** The kind of ending that a name has; undefined for a bare name. */
const kindOf = (part: PlacePart, name: string): RegExp | undefined => ENDINGS[part].find((ending) => ending.test(bareName(name)));

/** A name without its ending, for comparing: 大桥 for 大桥村, 大桥行政村 and 大桥 村. A name that is nothing but an ending stays. */
export function stemOf(part: PlacePart, name: string): string {
  const whole = bareName(name);
  const ending = kindOf(part, name);
  return (ending && whole.replace(ending, '')) || whole;
}

/** Whether two names have endings of two kinds, so that both may well exist: 大桥村 and 大桥社区. */
export function areOfTwoKinds(part: PlacePart, one: string, other: string): boolean {
  const [a, b] = [kindOf(part, one), kindOf(part, other)];
  return a !== undefined && b !== undefined && a !== b;
}
