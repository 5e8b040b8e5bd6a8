import type { Finding } from '../../input/finding.ts';
import type { Input } from '../../tally/tally.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { findingsBlocks } from '../document/findings.ts';
import { strongNumbers } from '../document/heading.ts';
import { NoteBook } from '../document/note-book.ts';
import { basisSection } from '../document/provenance.ts';
import { TITLES } from '../document/words.ts';
import type { Document, DocumentBlock, Section } from '../../page/document.ts';
import { FindingGatherer } from '../../report/finding-groups.ts';
import type { FindingGroup } from '../../report/finding-groups.ts';
import type { Checked } from './checked.ts';
import { countsText } from './page.ts';

/** Findings for people: by kind, each kind with its findings one by one, then how each file was read. No more findings are held than are to be shown. */
export async function checkDocument(checked: Checked): Promise<Document> {
  const { findings, limit, inputs, lang } = checked;
  const gatherer = new FindingGatherer();
  const shown = new Map<FindingGroup, Finding[]>();
  let held = 0;
  for await (const finding of findings()) {
    const group = gatherer.add(finding);
    if (held >= limit) continue;
    held++;
    const own = shown.get(group);
    if (own) own.push(finding);
    else shown.set(group, [finding]);
  }
  const { groups } = gatherer;
  const sections: readonly Section[] = [
    { id: 'findings', title: TITLES.findings[lang], blocks: findingsBlocks(groups, lang, (group) => shown.get(group) ?? []) },
    {
      id: 'columns',
      title: { zh: '各列怎样读的', en: 'How columns were read' }[lang],
      blocks: inputs.flatMap((input) => columnsOf(input, lang)),
    },
  ];
  return {
    kicker: TITLES.check[lang],
    title: inputs
      .filter(({ table }) => table !== 'profile')
      .map(({ file }) => file)
      .join({ zh: '、', en: ', ' }[lang]),
    about: '',
    lead: strongNumbers(countsText(checked)),
    warning: undefined,
    sections: [...sections.filter(({ blocks }) => blocks.length > 0), basisSection({ inputs, notes: [] }, new NoteBook(lang), lang)],
  };
}

/** How each heading of a file was understood. */
function columnsOf({ file, sheet, columns }: Input, lang: Lang): readonly DocumentBlock[] {
  if (columns.length === 0) return [];
  const name = sheet === undefined ? file : `${file} [${sheet}]`;
  return [
    {
      kind: 'fold',
      summary: [name, { text: { zh: `${columns.length} 列`, en: `${columns.length} columns` }[lang], tone: 'quiet' }],
      blocks: [
        {
          kind: 'grid',
          title: name,
          isTitleQuiet: true,
          columns: [
            { head: { zh: '表头', en: 'Heading' }[lang], as: 'name' },
            { head: { zh: '列', en: 'Column' }[lang], as: 'text' },
            { head: { zh: '换算', en: 'Times' }[lang], as: 'text' },
            { head: { zh: '反问', en: 'Asks the opposite' }[lang], as: 'text' },
          ],
          groups: [
            {
              rows: columns.map(({ heading, column, factor, inverted }) => [
                { text: heading },
                { text: column },
                { text: factor === 1 ? '' : `×${factor}` },
                { text: inverted ? { zh: '是', en: 'yes' }[lang] : '' },
              ]),
            },
          ],
        },
      ],
    },
  ];
}
