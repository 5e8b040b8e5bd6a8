// DuckDB's aggregate over the columns that it needs, checking nothing. Usage: node bench/peers/duckdb.mjs FILE
import { writeSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const TEXT =
  'household_id county township village period persons registered status exempt has_industry industries award_yuan helper_name helper_unit has_plan net_income_per_capita';
const columns = TEXT.split(' ').map((column) => `'${column}': 'VARCHAR'`);
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const result = await connection.runAndReadAll(`
  WITH households AS (
    SELECT *, TRY_CAST(persons AS BIGINT) AS number
    FROM read_csv('${process.argv[2].replaceAll("'", "''")}', auto_detect=false, header=true, delim=',', quote='"', columns={${columns.join(', ')}})
  ), villages AS (
    SELECT county, township, village, period,
      count(*) FILTER (WHERE exempt = '否') AS base,
      count(*) FILTER (WHERE exempt = '否' AND has_industry = '是') AS covered,
      sum(number) FILTER (WHERE status <> '已脱贫') AS poor,
      sum(TRY_CAST(award_yuan AS DOUBLE)) AS awards
    FROM households WHERE number IS NOT NULL GROUP BY ALL
  )
  SELECT sum(base)::VARCHAR, sum(covered)::VARCHAR, sum(poor)::VARCHAR FROM villages`);
writeSync(1, `${result.getRows()[0].join(' ')}\n`);
