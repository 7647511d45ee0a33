import { type Sampler, sampleOf } from '../sample.ts';

// Comes into a tab only when its user asks for a sample; the script that reads there hands it the page.
(globalThis as Sampler).__fourfoldSample = sampleOf;
