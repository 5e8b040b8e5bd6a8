import { describe, expect, test } from 'vitest';
import { checkJson, reportJson } from '../support/command-line.ts';

const villages = (...rows: readonly string[]): string => ['县,村,年度,乡村户籍人口,剩余贫困人口', ...rows].join('\n');

describe('rows that sum up others', () => {
  test.each(['示例县,合计,2020,3000,15', '合计,,,3000,15', ',总计：,2020,3000,15', ',小 计,2020,3000,15', 'Total,,2020,3000,15'])(
    '%s is left out, and said',
    async (total) => {
      const stdin = villages('示例县,甲村,2020,1000,5', '示例县,乙村,2020,2000,10', total);
      const { json } = await reportJson(['-', '--by', 'all', '--metrics', 'poverty_incidence'], { stdin });
      // (5 + 10) ÷ (1000 + 2000), not twice as much of both
      expect(json.places[0]!.metrics.poverty_incidence).toMatchObject({ numerator: 15, denominator: 3000, missing: 0 });
      expect(json.inputs[0]).toMatchObject({ rows: 2, accepted: 2, rejected: 0 });
      const { json: checked } = await checkJson(['-'], { stdin });
      expect(checked.findings.map(({ code, row }) => [code, row])).toEqual([['total-row', 4]]);
    },
  );

  test('a village whose name only begins so is a village', async () => {
    const stdin = villages('示例县,小计村,2020,1000,5', '示例县,合计屯,2020,2000,10');
    const { json } = await reportJson(['-', '--metrics', 'poverty_incidence'], { stdin });
    expect(json.places).toHaveLength(2);
  });

  test('of households too', async () => {
    const stdin = 'household_id,village,period,persons,status\nH1,甲村,2020,3,remaining\n合计,,,3,\n';
    const { json } = await checkJson(['-'], { stdin });
    expect(json.findings.map(({ code, row }) => [code, row])).toEqual([['total-row', 3]]);
  });
});
