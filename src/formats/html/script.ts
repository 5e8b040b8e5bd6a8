/**
 * Puts buttons into the heads of tables that can be sorted. A row without a value is always last. Without it the heads are text and the table is whole.
 * No data enter it: it reads what stands in the table.
 */
export const SCRIPT = `'use strict';
for (const table of document.querySelectorAll('table.sorts')) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, at) => {
    const words = head.querySelector('.h');
    if (!words) return;
    const button = document.createElement('button');
    button.type = 'button';
    words.replaceWith(button);
    button.append(words);
    button.addEventListener('click', () => {
      const turn = head.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', turn === 1 ? 'ascending' : 'descending');
      const isNumber = head.classList.contains('number');
      const keyed = [...body.rows].map((row) => {
        const cell = row.cells[at];
        return { row, key: isNumber ? cell.dataset.o : cell.textContent };
      });
      keyed.sort((a, b) => {
        if (!a.key || !b.key) return (a.key ? 0 : 1) - (b.key ? 0 : 1);
        return turn * (isNumber ? a.key - b.key : a.key.localeCompare(b.key, document.documentElement.lang));
      });
      body.append(...keyed.map(({ row }) => row));
    });
  });
}
`;
