import { expect, test } from 'vitest';
import { documentText, shellBlocks } from './support/documents.ts';

test('the two commands to begin with stand as they are to be typed', () => {
  const blocks = shellBlocks(documentText('README.md'));
  expect(blocks).toContain('npm ci && npx aid-metrics report fixtures/zhongshan/villages.csv');
  expect(blocks).toContain('npm ci && npm test');
});
