import type { Failure } from './failure';

/** The first answer to a query, brought with the page. Both are set when a part of the graph failed. */
export interface Loaded<Data, Variables> {
  variables: Variables;
  data: Data | undefined;
  failure: Failure | undefined;
}
