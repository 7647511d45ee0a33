import type { Customer, Deal } from '../contract/records.ts';
import { wonIn } from './closed.ts';
import { customersAtStart, customersOf } from './customers.ts';
import type { DealFacts } from './deals.ts';
import { type Figure, notComputable, ratio, withCoverage } from './kpi.ts';
import type { Scene } from './scene.ts';

type Expansion = 'upsell' | 'cross-sell';

/** Customers at the period's start to whom a deal of this type was won in it; a rep's customers, whoever won it. */
export function soldMore(scene: Scene, type: Expansion): Figure {
  if (scene.records.customers.length === 0) return notComputable('no customers seen');
  if (scene.records.deals.length === 0) return notComputable('no deals seen');
  const won = wonIn({ ...scene, deals: scene.team.deals });
  const buyers = new Set(won.flatMap(({ deal }) => (deal.type === type ? buyerOf(deal) : [])));
  const { rows } = customersAtStart(scene);
  const sold = rows.filter(({ org, id }) => buyers.has(keyOf(org, id)));
  const { coverage } = withCoverage<Customer | DealFacts>([...customersOf(scene), ...won], (row) =>
    'deal' in row ? isTold(row.deal, type) : row.since !== undefined,
  );
  return { ...ratio(sold.length, rows.length), coverage };
}

const keyOf = (org: string, id: string): string => `${org}/${id}`;

const buyerOf = ({ org, customer }: Deal): string[] => (customer === undefined ? [] : [keyOf(org, customer)]);

/** Whether the deal says if it counts, and to whom it was sold. */
const isTold = (deal: Deal, type: Expansion): boolean =>
  deal.type !== undefined && (deal.type !== type || deal.customer !== undefined);
