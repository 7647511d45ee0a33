import { lookUp } from './text.ts';

/* Names of what comes with the data, by keys of the language files; what has none there is called as it calls itself. */

export const keyed = (id: string): string => id.replace(/\W+/g, '_');

export const kpiName = (id: string): string => lookUp(`kpi_${keyed(id)}`) ?? id;

/** Why something was not read or cannot be said. */
export const reason = (why: string): string => lookUp(`why_${keyed(why)}`) ?? why;
