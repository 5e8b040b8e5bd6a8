import { writeSync } from 'node:fs';

/** What every peer adds up for each village: households not exempt, those of them with an industry, persons still poor. */
export class Counts {
  #villages = new Map();

  add({ township, village, persons, status, exempt, has_industry: industry }) {
    if (!/^\d+$/.test(persons)) return;
    const key = `${township} ${village}`;
    let own = this.#villages.get(key);
    if (!own) this.#villages.set(key, (own = [0, 0, 0]));
    if (exempt === '否') {
      own[0]++;
      if (industry === '是') own[1]++;
    }
    if (status !== '已脱贫') own[2] += Number(persons);
  }

  /** The sums over all villages, by which the peers are compared. */
  print() {
    const sums = [0, 0, 0];
    for (const own of this.#villages.values()) own.forEach((number, index) => (sums[index] += number));
    writeSync(1, `${sums.join(' ')}\n`);
  }
}
