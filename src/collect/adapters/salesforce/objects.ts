/** Objects that are leads and deals here, with the key prefix of their ids. */
const OBJECTS = { Opportunity: ['deal', '006'], Lead: ['lead', '00Q'] } as const;
export type SalesforceObject = keyof typeof OBJECTS;

/** Which of the two a record is, and its id. */
export interface Subject {
  kind: 'lead' | 'deal';
  id: string;
}

export const kindOf = (object: SalesforceObject): 'lead' | 'deal' => OBJECTS[object][0];
/** The key of a History under which they are counted. */
export const pluralOf = (object: SalesforceObject): 'leads' | 'deals' => `${kindOf(object)}s`;
export const isObject = (name: string | undefined): name is SalesforceObject =>
  name !== undefined && name in OBJECTS;
export const objectOf = (id: string | undefined): SalesforceObject | undefined =>
  (Object.keys(OBJECTS) as SalesforceObject[]).find((name) => id?.startsWith(OBJECTS[name][1]));

/** The lead or deal that an id is of. */
export function subjectOf(id: string | undefined): Subject | undefined {
  const object = objectOf(id);
  return object && id ? { kind: kindOf(object), id: shortId(id) } : undefined;
}

/** Ids are 15 characters; the other three of the long form are a checksum. */
export const shortId = (id: string): string => id.slice(0, 15);

export const USER = '005';
