import { openPool } from '@app/event-store/adapters/pool';

const schemas = ['es', 'rm', 'app'];

/** Every table of the database, views left out, in which one of the texts stands in any column whatever: `schema.table: text`. */
export const tracesIn = async (connectionString: string, texts: readonly string[]): Promise<readonly string[]> => {
  const pool = openPool({ connectionString, max: 1, name: 'traces' });
  try {
    const { rows: columns } = await pool.query<Readonly<{ table: string; column: string; type: string }>>(
      `select format('%I.%I', c.table_schema, c.table_name) as table, format('%I', c.column_name) as column, c.data_type as type
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where t.table_type = 'BASE TABLE' and c.table_schema = any($1)`,
      [schemas],
    );
    const found = new Set<string>();
    for (const { table, column, type } of columns)
      for (const text of texts) {
        const holds =
          type === 'bytea'
            ? `position(convert_to($1, 'UTF8') in ${column}) > 0`
            : `position(lower($1) in lower(${column}::text)) > 0`;
        const { rows } = await pool.query<{ there: boolean }>(`select exists (select from ${table} where ${holds}) as there`, [
          text,
        ]);
        if (rows[0]?.there) found.add(`${table}: ${text}`);
      }
    return [...found].sort();
  } finally {
    await pool.end();
  }
};
