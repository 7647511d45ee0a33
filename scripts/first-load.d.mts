export function firstLoad(face: string): string[];
