// npm run datasets -- <folder>: public data sets imported, their numbers counted twice; see bench/datasets.ts.
import { runTrial } from './lib/trial.mjs';

runTrial('datasets.ts');
