/** Objects that have a place in a history, with the key prefix of their ids. */
const OBJECTS = {
  Opportunity: ['deal', '006'],
  Lead: ['lead', '00Q'],
  Case: ['ticket', '500'],
  Quote: ['quote', '0Q0'],
} as const;
export type SalesforceObject = keyof typeof OBJECTS;
type Kind = (typeof OBJECTS)[SalesforceObject][0];

/** The lead or deal that something belongs to. */
export interface Subject {
  kind: 'lead' | 'deal';
  id: string;
}

export const kindOf = (object: SalesforceObject): Kind => OBJECTS[object][0];
/** The key of a History under which they are counted. */
export const pluralOf = (object: SalesforceObject): `${Kind}s` => `${kindOf(object)}s`;
export const isObject = (name: string | undefined): name is SalesforceObject =>
  name !== undefined && Object.hasOwn(OBJECTS, name);
export const objectOf = (id: string | undefined): SalesforceObject | undefined =>
  (Object.keys(OBJECTS) as SalesforceObject[]).find((name) => id?.startsWith(OBJECTS[name][1]));

/** The lead or deal that an id is of. */
export function subjectOf(id: string | undefined): Subject | undefined {
  const object = objectOf(id);
  const kind = object && kindOf(object);
  return id && (kind === 'lead' || kind === 'deal') ? { kind, id: shortId(id) } : undefined;
}

/** Ids are 15 characters; the other three of the long form are a checksum. */
export const shortId = (id: string): string => id.slice(0, 15);

export const USER = '005';
