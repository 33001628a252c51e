export { SimulationPage } from './simulation-page';
export { SimulationPanel, type Draft } from './simulation-panel';
export { WhatIfLink } from './what-if-link';
