// npm run chaos -- --minutes 10 --seed 7: kills everything at random while simulated tills sell; see bench/chaos.ts.
import { runTrial } from './lib/trial.mjs';

runTrial('chaos.ts');
