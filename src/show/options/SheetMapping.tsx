import { FIELDS } from '../../collect/files/format.ts';
import { type Mapping, type Table, table as tables } from '../../contract/mapping.ts';
import { lookUp, number, t } from '../text.ts';
import { Choice } from './Choice.tsx';
import type { Sheet } from './importing.ts';
import { fieldName } from './Strategies.tsx';

interface Props {
  sheet: Sheet;
  orgs: string[];
  correct: (mapping: Mapping) => void;
}

const tableName = (table: string): string => lookUp(`table_${table}`) ?? table;

/** How one file is understood: which records it holds, and which column is what. Each choice reads it again. */
export function SheetMapping({ sheet, orgs, correct }: Props) {
  const { name, headers, encoding } = sheet;
  const mapping: Mapping = sheet.mapping ?? { table: 'deals', columns: {} };
  const change = (part: Partial<Mapping>) => correct({ ...mapping, ...part });
  const known = Object.keys(mapping.columns).length;
  return (
    <fieldset class="plain sheet" data-sheet={name}>
      <legend>
        <bdi>{name}</bdi>
      </legend>
      {encoding && (
        <p class="small" data-part="encoding">
          {t('import_encoding', { encoding })}
        </p>
      )}
      <div class="grid">
        <Choice
          name={`table-${name}`}
          label={t('import_table')}
          value={sheet.mapping?.table ?? ''}
          options={[
            ...(sheet.mapping ? [] : [['', '—'] as const]),
            ...tables.options.map((table) => [table, tableName(table)] as const),
          ]}
          choose={(table) => correct({ ...withoutKind(mapping), ...emptied(mapping, table as Table) })}
        />
        <Choice
          name={`dates-${name}`}
          label={t('import_dates')}
          value={mapping.dates ?? ''}
          options={[
            ['', t('import_dates_auto')],
            ['DM', t('import_dates_dm')],
            ['MD', t('import_dates_md')],
          ]}
          choose={(order) => change(order === '' ? {} : { dates: order as 'DM' | 'MD' })}
        />
        <Choice
          name={`org-${name}`}
          label={t('import_org')}
          hint={t('import_org_hint')}
          value={mapping.org ?? ''}
          options={[['', t('import_org_own')], ...orgs.map((org) => [org, org] as const)]}
          choose={(org) => correct(org === '' ? withoutOrg(mapping) : { ...mapping, org })}
        />
      </div>
      <details open={known < headers.length}>
        <summary>{t('import_columns', { known: number(known), all: number(headers.length) })}</summary>
        <Columns name={name} headers={headers} mapping={mapping} change={change} />
      </details>
    </fieldset>
  );
}

interface ColumnsProps {
  name: string;
  headers: string[];
  mapping: Mapping;
  change: (part: Partial<Mapping>) => void;
}

const Columns = ({ name, headers, mapping, change }: ColumnsProps) => (
  <table class="list">
    <thead>
      <tr>
        <th scope="col">{t('import_column')}</th>
        <th scope="col">{t('import_field')}</th>
      </tr>
    </thead>
    <tbody>
      {headers.map((header) => (
        <tr key={header}>
          <th scope="row">
            <bdi>{header}</bdi>
          </th>
          <td>
            <Choice
              quiet
              name={`column-${name}-${header}`}
              label={t('import_field_of', { column: header })}
              value={mapping.columns[header] ?? ''}
              options={[
                ['', t('import_left_out')],
                ...FIELDS[mapping.table].map((field) => [field, fieldName(field)] as const),
              ]}
              choose={(field) => change({ columns: assigned(mapping.columns, header, field) })}
            />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

function assigned(columns: Mapping['columns'], header: string, field: string): Mapping['columns'] {
  const { [header]: _, ...others } = columns;
  return field === '' ? others : { ...others, [header]: field };
}

/** In another table only the fields that it has, too, mean what they meant. */
const emptied = ({ columns }: Mapping, table: Table): Pick<Mapping, 'table' | 'columns'> => ({
  table,
  columns: Object.fromEntries(Object.entries(columns).filter(([, field]) => FIELDS[table].includes(field))),
});

const withoutKind = ({ kind: _, ...rest }: Mapping): Mapping => rest;
const withoutOrg = ({ org: _, ...rest }: Mapping): Mapping => rest;
