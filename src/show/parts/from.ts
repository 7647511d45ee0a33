/*
 * Where a shown figure stands: `data-from` holds JSON Pointers (RFC 6901), by a space each, into the Report and what else
 * the face was drawn from. A number under no such mark may not be shown; test/e2e/figures.test.ts holds every one of
 * them against a Report of its own.
 */

export const kpiAt = (id: string): string => `/report/kpis/${id}`;

/** With all that the evidence of a figure tells beside it. */
export const evidenceAt = (id: string): string => `${kpiAt(id)} /trends/${id} /peers/${id} /behind/${id}`;
