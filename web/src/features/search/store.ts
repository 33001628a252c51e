import { createSpotlight } from '@mantine/spotlight';

/** The one search dialog of the office, and what opens it. */
export const [searchStore, searchDialog] = createSpotlight();
