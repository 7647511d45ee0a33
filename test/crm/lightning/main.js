import { writeFileSync } from 'node:fs';
import { bundle } from './bundle.js';

/** node main.js OUT: writes OUT/synthetic.js and OUT/native.js. */
const [out] = process.argv.slice(2);
for (const name of ['synthetic', 'native'])
  writeFileSync(`${out}/${name}.js`, await bundle(name === 'synthetic'));
