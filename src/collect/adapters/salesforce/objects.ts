/** Objects that are leads and deals here, with the key prefix of their ids. */
const OBJECTS = { Opportunity: ['deal', '006'], Lead: ['lead', '00Q'] } as const;
export type SalesforceObject = keyof typeof OBJECTS;

export const kindOf = (object: SalesforceObject): 'lead' | 'deal' => OBJECTS[object][0];
export const isObject = (name: string | undefined): name is SalesforceObject =>
  name !== undefined && name in OBJECTS;
export const objectOf = (id: string | undefined): SalesforceObject | undefined =>
  (Object.keys(OBJECTS) as SalesforceObject[]).find((name) => id?.startsWith(OBJECTS[name][1]));

/** Ids are 15 characters; the other three of the long form are a checksum. */
export const shortId = (id: string): string => id.slice(0, 15);
