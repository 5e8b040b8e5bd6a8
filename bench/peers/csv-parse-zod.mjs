// The same loop with every cell held to a schema. Usage: node bench/peers/csv-parse-zod.mjs FILE
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { Counts } from './counts.mjs';

const yesNo = z.enum(['是', '否', '']);
const amount = z.union([z.literal(''), z.string().regex(/^\d+(?:\.\d{1,2})?$/)]);
const schema = z.object({
  household_id: z.string().min(1),
  county: z.string().min(1),
  township: z.string(),
  village: z.string().min(1),
  period: z.string().regex(/^\d{4}$/),
  persons: z.string().regex(/^\d{1,2}$/),
  registered: yesNo,
  status: z.enum(['未脱贫', '返贫', '已脱贫']),
  exempt: yesNo,
  has_industry: yesNo,
  industries: z.string(),
  award_yuan: amount,
  helper_name: z.string(),
  helper_unit: z.string(),
  has_plan: yesNo,
  net_income_per_capita: amount,
});

const counts = new Counts();
for await (const row of createReadStream(process.argv[2]).pipe(parse({ columns: true }))) {
  const read = schema.safeParse(row);
  if (read.success) counts.add(read.data);
}
counts.print();
