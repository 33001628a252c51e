import type { RenderTemplate } from '../templates';

/** What a handler needs to write a message. */
export interface JourneyTools {
  readonly render: RenderTemplate;
  clock(): Date;
}
