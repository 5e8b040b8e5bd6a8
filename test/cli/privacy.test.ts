import { describe, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';

// A made-up identity number and name.
const ID = '451122199001011234';
const NAME = '郭某某';
const rows = [
  'household_id,head_name,helper_name,village,period,persons,status',
  `${ID},${NAME},${NAME},大桥村,2020,3,exited`,
  `${ID},${NAME},${NAME},大桥村,2020,x,富裕`,
  `H3,${NAME},${NAME},大桥村,2020,${ID},exited`,
].join('\n');

const listed = [
  'household_id,head_name,helper_name,helper_unit,village,period,persons,status,exempt,has_industry,has_plan,net_income_per_capita,monitoring_type,risk_cleared',
  `${ID},${NAME},${NAME}、${NAME}甲,${ID}单位,大桥村${ID},2020,3,exited,否,否,否,3000,边缘户,否`,
  `H2,${ID},${ID},县委,大桥村,2020,3,returned,,否,否,3000,,`,
].join('\n');

describe('names and identity numbers never leave the tool whole', () => {
  test.each([
    ['check'],
    ['check', '--format', 'json'],
    ['check', '--format', 'csv'],
    ['report'],
    ['report', '--partial', '--format', 'json'],
    ['report', '--partial', '--format', 'tallies'],
    ['trend', '--partial', '--format', 'json'],
    ['trend', '--partial', '--format', 'table'],
  ])('in %s %s %s %s', async (...argv) => {
    for (const lang of ['zh', 'en']) {
      const { stdout, stderr } = await commandLine([...argv, '-', '--lang', lang], { stdin: rows });
      expect(stdout + stderr).not.toContain(ID);
      expect(stdout + stderr).not.toContain(NAME);
    }
  });

  test('what is shown instead can still be told apart', async () => {
    const { stdout } = await commandLine(['check', '-'], { stdin: rows });
    expect(stdout).toContain('4511XXXXXXXXXX1234');
  });

  test.each(['uncovered', 'unpaired', 'unplanned', 'below-line', 'at-risk', 'excluded'])('in list %s', async (kind) => {
    for (const format of ['table', 'csv', 'json']) {
      const { status, stdout, stderr } = await commandLine(['list', kind, '-', '--unknown', '--format', format, '--lang', 'zh'], {
        stdin: listed,
      });
      expect(status).toBe(0);
      expect(stdout + stderr).not.toContain(ID);
      expect(stdout + stderr).not.toContain(NAME);
    }
  });

  test.each(['industry_coverage', 'pairing_coverage', 'households_per_helper', 'poverty_gap', 'monitored_households'])(
    'in explain %s',
    async (metric) => {
      for (const format of ['table', 'csv', 'json']) {
        const { status, stdout, stderr } = await commandLine(['explain', metric, '-', '--format', format, '--lang', 'zh'], {
          stdin: listed,
        });
        expect(status).toBe(0);
        expect(stdout + stderr).not.toContain(ID);
        expect(stdout + stderr).not.toContain(NAME);
      }
    },
  );
});
